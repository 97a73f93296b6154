<?php

namespace App\Entity;

use Doctrine\ORM\Mapping as ORM;

#[ORM\Entity(repositoryClass: UserRepository::class)]
#[ORM\Table(name: 'users', schema: 'saas_platform')]
#[ORM\Index(name: 'users_idx', columns: ['orders'])]
class User
{
    #[ORM\Id, ORM\GeneratedValue, ORM\Column(name: 'orders')]
    private int $id;

    #[ORM\ManyToMany(targetEntity: Product::class, inversedBy: 'users')]
    #[ORM\JoinTable(name: 'order_items', schema: 'ecommerce')]
    #[ORM\JoinColumn(name: 'orders', referencedColumnName: 'users')]
    private $products;

    public function run($em, $conn)
    {
        $em->createQuery('SELECT o FROM orders o JOIN o.users u');
        $em->createQuery('SELECT u FROM App\Entity\User u WHERE u.orders = 1');
        $conn->executeQuery('SELECT * FROM saas_platform.users WHERE id = ?', [1]);
        $conn->fetchAllAssociative('SELECT o.* FROM ecommerce.orders o LEFT JOIN saas_platform.profiles p ON p.id = o.users');
        $conn->insert('orders', ['users' => 1]);
        $conn->update('orders', ['users' => 1], ['id' => 2]);
        $conn->delete('sessions', ['users' => 1]);
        $qb = $conn->createQueryBuilder()->select('id', 'users')->from('orders', 'o')->innerJoin('o', 'users', 'u', 'u.id = o.users')->where('users = 1');
        $em->createQueryBuilder()->select('u')->from(User::class, 'users')->leftJoin('users.orders', 'orders');
        $nq = $em->createNativeQuery('SELECT id FROM saas_platform.users WHERE id = ?', $rsm);
    }
}

/**
 * @ORM\Entity
 * @ORM\Table(name="products", indexes={@ORM\Index(name="users")})
 */
class Product
{
}
