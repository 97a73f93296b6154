<?php
namespace App\Models;
use Illuminate\Database\Eloquent\Model;
class Order extends Model
{
    protected $table = 'orders';
    protected $fillable = ['users', 'search_history'];
    protected $with = ['users'];
    public function users() { return $this->belongsToMany(User::class, 'device_credentials', 'orders', 'users'); }
    public function user() { return $this->belongsTo('App\Models\User', 'users'); }
    public function scopePaid($q) { return $q->whereRaw('EXISTS (SELECT 1 FROM payment_items p WHERE p.order_id = orders.id)'); }
}
