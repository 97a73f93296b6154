<?php
namespace App\Entity;
use Doctrine\ORM\Mapping as ORM;
#[ORM\Entity(repositoryClass: UserRepository::class)]
#[ORM\Table(name: 'users')]
#[ORM\Index(columns: ['sessions'], name: 'users')]
class User
{
    #[ORM\ManyToMany(targetEntity: Team::class)]
    #[ORM\JoinTable(name: 'device_credentials')]
    private $customer;
    #[ORM\Column(name: 'orders')] private string $orders;
    function q($em, $conn) { $em->createQuery('SELECT u FROM App\Entity\User u WHERE u.orders = 1'); $conn->executeQuery('SELECT * FROM orders WHERE id = 1'); $conn->insert('search_history', []); $qb->select('u')->from('users', 'u')->leftJoin('u', 'sessions', 's', 's.user_id = u.id'); }
}
