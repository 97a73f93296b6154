<h1>SELECT * FROM orders WHERE id = 1</h1>
<?php
// FROM orders
# JOIN users
class Decoys
{
    protected $fillable = ['users', 'orders'];
    public $topics = 'orders';

    public function run($users)
    {
        Route::get('/orders', 'users');
        __('orders.users');
        trans("users.{$users}");
        Log::info('SELECT * FROM orders WHERE id = 1');
        throw new Exception("delete from users where id = 1");
        $a = 'Please select users from orders';
        $b = "Delete from $users";
        $c = $this->users['orders'];
        $d = 'SELECT * FROM archive.orders WHERE id = 1';
        $e = 'WITH users AS (SELECT 1) SELECT * FROM users WHERE id = 1';
        return view('orders', ['users' => 'topics']);
    }
}
?>
<a href="/users">delete from orders where id = 1</a>
