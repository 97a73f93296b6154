<?php
# FROM orders
#[ORM\Entity]
#[ORM\Table(name: 'orders')]
class Entity
{
    public function q() {
        return $this->conn->fetchAll(<<<SQL
            SELECT * FROM users WHERE id = {$id}
        SQL);
    }
}
