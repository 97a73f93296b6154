<?php
use Illuminate\Support\Facades\DB;

class OrderController
{
    public function destroy($id)
    {
        DB::delete('DELETE FROM ecommerce.orders WHERE id = ?', [$id]);
        return redirect()->back()->with('status', 'DELETE FROM orders WHERE id = 1');
    }

    public function test()
    {
        $db->shouldReceive('select')->with('select * from users where id = ?')->once();
        $this->assertSame(1, $n, 'SELECT * FROM orders WHERE id = 1');
        Order::with('select * from topics where id = 1')->get();
        return back()->withErrors('SELECT * FROM orders WHERE id = 1');
    }
}
