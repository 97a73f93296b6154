<?php
use Illuminate\Support\Facades\DB;
$x = DB::table('ecommerce.orders')->with('topics')->get();
return view('x')->with(['status' => 'DELETE FROM orders WHERE id = 1']);
Session::flash('status', 'DELETE FROM orders WHERE id = 1');
$q->withCount('users');
$this->assertEquals('SELECT * FROM ecommerce.orders WHERE id = 1', $sql);
$this->assertDatabaseHas('orders', ['id' => 1], 'SELECT * FROM users WHERE id = 1');
$pdo->expects($this->once())->method('query')->with('SELECT * FROM topics WHERE id = 1');
