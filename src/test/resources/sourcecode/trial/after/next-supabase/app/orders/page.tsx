import Link from 'next/link'
import { redirect } from 'next/navigation'
import { createClient } from '@/lib/supabase/server'
import { OrdersTable } from '@/components/orders/orders-table'

export const metadata = { title: 'orders', description: 'Select orders from users' }

export default async function OrdersPage({ searchParams }: { searchParams: { tab?: string } }) {
  const supabase = await createClient()
  const { data: { user } } = await supabase.auth.getUser()
  if (!user) redirect('/users/login?from=orders')
  const { data: orders, error } = await supabase
    .schema('ecommerce')
    .from('orders')
    .select('id, total, created_at, order_items(id, quantity, products(name)), users(name)')
    .eq('user_id', user.id)
    .order('created_at', { ascending: false })
  if (error) throw error
  const [{ count }, { data: profile }] = await Promise.all([
    supabase.schema('saas_platform').from('notifications').select('*', { count: 'exact', head: true }),
    supabase.schema("saas_platform").from("profiles").select().eq("id", user.id).maybeSingle(),
  ])
  const tab = searchParams.tab ?? 'orders'
  return (
    <main className="orders users">
      <Link href="/users">Users</Link> don't select from orders
      <h1 data-testid="orders">{count} {profile?.name}'s orders</h1>
      <OrdersTable orders={orders} tab={tab === 'orders' ? 'orders' : 'users'} />
    </main>
  )
}
