<?php

use Doctrine\DBAL\Connection;

final class Builder
{
    public function run(Connection $conn): void
    {
        $conn->executeStatement('DELETE FROM saas_platform.sessions WHERE id = ?', [1]);
        $conn->createQueryBuilder()->delete('orders', 'o')->where('o.id = 1')->executeStatement();
        $conn->createQueryBuilder()->update('users')->set('orders', '1')->executeStatement();
        $this->createQueryBuilder('users')->leftJoin('users.orders', 'orders')->getQuery();
    }
}
