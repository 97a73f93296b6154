<?php
$pdo = new PDO('pgsql:host=db;dbname=orders', 'users', getenv('P'));
$stmt = $pdo->prepare('SELECT * FROM orders WHERE users = :users');
$stmt->execute(['users' => 1]);
$pdo->exec("UPDATE users SET orders = 1 WHERE id = {$id}");
$rows = $pdo->query("SELECT id FROM products ORDER BY $sort")->fetchAll();
$table = 'orders';
$pdo->query("SELECT * FROM $table WHERE id = 1");
$sql = "SELECT u.id, p.name "
     . "FROM users u "
     . "LEFT JOIN profiles p ON p.id = u.id";
$res = pg_query($conn, 'SELECT * FROM sessions');
$res = pg_query_params($conn, 'DELETE FROM sessions WHERE id = $1', [1]);
pg_insert($conn, 'orders', ['users' => 1]);
$q = <<<SQL
    SELECT o.*
    FROM orders o
    WHERE o.users IN (SELECT id FROM users)
SQL;
$tpl = sprintf('SELECT * FROM %s WHERE id = %d', 'users', 1);
echo "Select your order from orders";
$menu = ['orders' => '/orders', 'users' => 'Select users from here'];
die('Could not delete from users');
?>
<h1 class="orders">Orders from users</h1>
<a href="/users"><?= htmlspecialchars($row['users']) ?></a>
