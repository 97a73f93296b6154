<?php
use Illuminate\Support\Facades\DB;
class OrderTest extends TestCase
{
    public function test_orders()
    {
        $this->get('/orders')->assertSee('Select from orders')->assertJson(['orders' => 'users']);
        $this->assertDatabaseHas('orders', ['users' => 1]);
        $this->assertDatabaseCount('users', 1);
        $this->assertDatabaseMissing('sessions', ['users' => 1]);
        $this->assertSoftDeleted('orders', ['users' => 1]);
        DB::table('saas_platform.users')->truncate();
        $this->seed('orders');
    }
}
