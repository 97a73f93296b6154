<?php
# FROM orders
#[ORM\Entity]
#[ORM\Table(name: 'orders', schema: 'ecommerce')]
class Entity
{
    public function q() {
        return $this->conn->fetchAll(<<<SQL
            SELECT * FROM saas_platform.users WHERE id = {$id}
        SQL);
    }
}
