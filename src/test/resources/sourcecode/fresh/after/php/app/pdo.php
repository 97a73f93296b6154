<?php
$pdo = new PDO('pgsql:host=db;dbname=orders', 'users', getenv('P'));
$stmt = $pdo->prepare('SELECT * FROM ecommerce.orders WHERE users = :users');
$stmt->execute(['users' => 1]);
$pdo->exec("UPDATE saas_platform.users SET orders = 1 WHERE id = {$id}");
$rows = $pdo->query("SELECT id FROM ecommerce.products ORDER BY $sort")->fetchAll();
$table = 'orders';
$pdo->query("SELECT * FROM $table WHERE id = 1");
$sql = "SELECT u.id, p.name "
     . "FROM saas_platform.users u "
     . "LEFT JOIN saas_platform.profiles p ON p.id = u.id";
$res = pg_query($conn, 'SELECT * FROM saas_platform.sessions');
$res = pg_query_params($conn, 'DELETE FROM saas_platform.sessions WHERE id = $1', [1]);
pg_insert($conn, 'orders', ['users' => 1]);
$q = <<<SQL
    SELECT o.*
    FROM ecommerce.orders o
    WHERE o.users IN (SELECT id FROM saas_platform.users)
SQL;
$tpl = sprintf('SELECT * FROM saas_platform.%s WHERE id = %d', 'users', 1);
echo "Select your order from orders";
$menu = ['orders' => '/orders', 'users' => 'Select users from here'];
die('Could not delete from users');
?>
<h1 class="orders">Orders from users</h1>
<a href="/users"><?= htmlspecialchars($row['users']) ?></a>
