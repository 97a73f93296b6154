<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\BelongsToMany;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

class Order extends Model
{
    protected $table = 'ecommerce.orders';
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
        DB::table('ecommerce.orders')->join('saas_platform.users', 'users.id', '=', 'orders.users')->leftJoin('saas_platform.profiles as p', 'p.id', '=', 'users.id')->get();
        DB::table('ecommerce.orders as o')->select('o.id', 'users')->where('orders', 1)->orderBy('users')->get();
        DB::connection('pgsql')->table('sessions')->where('users', 1)->delete();
        DB::select('select * from saas_platform.users where id = ?', [1]);
        DB::statement("TRUNCATE TABLE ecommerce.orders CASCADE");
        DB::insert('insert into ai_services.topics (id) values (?)', [1]);
        DB::unprepared('DELETE FROM saas_platform.notifications');
        $raw = DB::raw('(SELECT count(*) FROM ecommerce.order_items WHERE order_items.orders = orders.id) as users');
        Order::query()->whereRaw('id IN (SELECT orders FROM ecommerce.order_items)')->selectRaw('count(*) as users')->get();
        Order::query()->from('orders')->join('saas_platform.users', fn ($j) => $j->on('users.id', '=', 'orders.users'))->get();
        $q = DB::query()->from('ecommerce.products')->whereExists(fn ($q) => $q->select(DB::raw(1))->from('ecommerce.order_items')->whereColumn('order_items.products', 'products.id'));
        DB::table('ecommerce.orders')->whereIn('id', function ($query) {
            $query->select('orders')->from('ecommerce.order_items')->where('users', 1);
        })->unionAll(DB::table('ecommerce.products'))->get();
        Schema::hasTable('orders');
        $sub = DB::table('saas_platform.sessions')->select('users');
        DB::table($sub, 'users')->get();
        Cache::remember('orders', 60, fn () => Order::all());
        Log::info('select from users where id = 1');
        return view('orders.index', ['orders' => Order::with('users')->paginate(), 'users' => 'products']);
    }
}
