<?php
namespace App\Services;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Mail;
use Illuminate\Support\Facades\Cache;
class Report
{
    public function run($socket, $io, $mail)
    {
        DB::table('orders')->join('users', 'users.id', '=', 'orders.user_id')->leftJoin('order_items as i', 'i.order_id', '=', 'orders.id')->get();
        DB::table('users as u')->select('u.id')->whereExists(fn ($q) => $q->from('sessions')->whereColumn('sessions.user_id', 'u.id'));
        DB::connection('mysql')->table('orders')->get();
        DB::select('SELECT * FROM orders WHERE id = ?', [1]);
        DB::statement("TRUNCATE TABLE users CASCADE");
        DB::insert('insert into search_history (id) values (?)', [1]);
        DB::update("update recommendations set total = 0 where id = {$this->id}");
        $this->db->query("SELECT * FROM {$this->prefix}products WHERE id = 1");
        $sql = "SELECT c.* FROM recommendations c";
        $sql .= " JOIN products p ON p.id = c.post_id";
        $sql .= " WHERE c.id = :id";
        $text = <<<SQL
            SELECT * FROM users u
            JOIN profiles p ON p.user_id = u.id
        SQL;
        $socket->join('users');
        $mail->from('orders')->to('users');
        $io->table('users', []);
        Cache::topics('orders')->get('users');
        Mail::to('users')->from('orders');
        collect(['orders'])->join('users');
        $message->from('notifications');
        Schema::table('users', function ($t) { $t->string('sessions'); });
        Schema::hasTable('orders');
        $this->assertDatabaseHas('orders', ['users' => 1]);
        event('orders', 'users');
        Storage::disk('profiles')->put('orders', 'users');
        $request->validate(['user' => 'exists:users,id', 'email' => 'unique:users', 'o' => Rule::exists('orders', 'id')]);
        return view('orders')->with('users', __('Select from orders'));
    }
}
