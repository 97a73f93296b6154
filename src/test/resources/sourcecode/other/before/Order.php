<p>SELECT * FROM orders</p>
<?php
use Illuminate\Database\Eloquent\Model;

// FROM orders
class Order extends Model
{
    protected $table = 'orders';
    protected $fillable = ['users'];

    public function run($id)
    {
        DB::table('users')->join('orders', 'orders.user_id', '=', 'users.id')->get();
        DB::select("SELECT * FROM orders WHERE id = {$id} AND x = $id");
        DB::statement('TRUNCATE ' . 'order_items' . ' CASCADE');
        return view('orders.users', ['orders' => trans('users')]);
    }
}
?>
<a href="/orders">delete from users where id = 1</a>
