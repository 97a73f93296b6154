<?php
use Illuminate\Support\Facades\Mail;
class N extends Notification { function toMail($n) { return (new MailMessage)->from('orders')->subject('users')->line('Delete from users where id = 1'); }
 function build() { return $this->from('users')->view('orders'); }
 function t() { $this->table('users')->select('orders'); $this->info("select * from users where id = 1"); abort(404, 'delete from orders where id = 1'); $this->command->table('users'); implode('orders', ['users']); $c->join('users')->first(); } }
