<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\BelongsToMany;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

class Order extends Model
{
    protected $table = 'orders';
    protected $fillable = ['users', 'products'];
    protected $casts = ['orders' => 'array'];
    protected $with = ['users'];

    public function products(): BelongsToMany
    {
        return $this->belongsToMany(Product::class, 'order_items', 'orders', 'products')->withPivot('users');
    }

    public function users()
    {
        return $this->hasMany(User::class, 'users');
    }

    public static function report()
    {
        DB::table('orders')->join('users', 'users.id', '=', 'orders.users')->leftJoin('profiles as p', 'p.id', '=', 'users.id')->get();
        DB::table('orders as o')->select('o.id', 'users')->where('orders', 1)->orderBy('users')->get();
        DB::connection('pgsql')->table('sessions')->where('users', 1)->delete();
        DB::select('select * from users where id = ?', [1]);
        DB::statement("TRUNCATE TABLE orders CASCADE");
        DB::insert('insert into topics (id) values (?)', [1]);
        DB::unprepared('DELETE FROM notifications');
        $raw = DB::raw('(SELECT count(*) FROM order_items WHERE order_items.orders = orders.id) as users');
        Order::query()->whereRaw('id IN (SELECT orders FROM order_items)')->selectRaw('count(*) as users')->get();
        Order::query()->from('orders')->join('users', fn ($j) => $j->on('users.id', '=', 'orders.users'))->get();
        $q = DB::query()->from('products')->whereExists(fn ($q) => $q->select(DB::raw(1))->from('order_items')->whereColumn('order_items.products', 'products.id'));
        DB::table('orders')->whereIn('id', function ($query) {
            $query->select('orders')->from('order_items')->where('users', 1);
        })->unionAll(DB::table('products'))->get();
        Schema::hasTable('orders');
        $sub = DB::table('sessions')->select('users');
        DB::table($sub, 'users')->get();
        Cache::remember('orders', 60, fn () => Order::all());
        Log::info('select from users where id = 1');
        return view('orders.index', ['orders' => Order::with('users')->paginate(), 'users' => 'products']);
    }
}
