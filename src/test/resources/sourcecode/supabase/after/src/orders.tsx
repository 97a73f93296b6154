import { supabase, shop, platform, old, aiDb, TABLES, USERS } from './lib/client'
import type { Database, Tables } from './lib/database.types'

type Order = Database['ecommerce']['Tables']['orders']['Row']
type Kept = Database['public']['Tables']['kept']['Row']
type User = Database["saas_platform"]["Tables"]["users"]["Insert"]
type Topic = Tables<'topics'>

export async function load(id: string, table: string) {
  const { data } = await supabase
    .schema('ecommerce')
    .from('orders')
    .select('*, order_items(*), user:users!user_id(name, topics(id)), total.sum()')
    .eq('users', id)
  await supabase.schema("saas_platform").from("users").insert({ orders: 'orders' })
  await supabase.schema('ecommerce').from(TABLES.ORDERS).select()
  await supabase.schema('saas_platform').from(USERS).delete().eq('id', id)
  await supabase.schema('ecommerce').from<Order>('orders').select('kept(*)')
  await supabase.from('kept').select('id, orders(*)')
  await supabase.from(table).select()
  await shop.from('orders').select()
  await platform.from('users').select()
  await old.from('orders').select()
  await aiDb().from('topics').select()
  await supabase.schema('ecommerce').from('orders').select()
  await supabase.schema('archive').from('orders').select()
  await supabase?.schema('ecommerce').from('orders').upsert([{ id }])
  await supabase.schema('ecommerce').rpc('place_order', { users: 'users' })
  await supabase.rpc('orders')
  await supabase.storage.from('orders').upload('users', file)
  const bucket = supabase.storage.from('users')
  await bucket.download('orders')
  const ids = Array.from('orders')
  const bytes = Buffer.from('users')
  supabase
    .channel('orders')
    .on('postgres_changes', { event: '*', schema: 'ecommerce', table: 'orders' }, () => {})
    .on('postgres_changes', { event: 'INSERT', schema: 'saas_platform', table: 'users', filter: 'orders=eq.1' }, () => {})
    .on('broadcast', { event: 'orders', table: 'orders' }, () => {})
    .subscribe()
  return useQuery({ queryKey: ['orders', id], queryFn: () => fetch('/api/orders/users') })
}

export function View({ users }: Props) {
  const { t } = useTranslation('orders')
  return (
    <Tab id="orders" className="users">
      {/* supabase.from('orders').select() */}
      <p>Don't delete from orders, it's `users`.from('users').select()</p>
      <Link to="/users">{t('users.title')}</Link>
      {users.map((u) => <li key={u.id} onClick={() => supabase.schema('saas_platform').from('users').delete()}>{`FROM ${u.orders}`}</li>)}
      <a href='orders'>SELECT * FROM orders</a>
    </Tab>
  )
}
