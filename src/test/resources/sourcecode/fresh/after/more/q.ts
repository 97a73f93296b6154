import { createClient } from '@supabase/supabase-js'
import { sql } from '@vercel/postgres'
import { neon } from '@neondatabase/serverless'
const supabase = createClient(a, b)
await sql`SELECT * FROM ecommerce.orders WHERE id = ${id}`
const q = neon(url); await q`SELECT * FROM saas_platform.users`; await q('SELECT * FROM saas_platform.users WHERE id = $1', [1])
const { data, error } = await supabase.schema('ecommerce').from('orders').select(`id, customer!inner(name), users(email)`).eq('customer.name', 'x')
const sub = supabase.channel('x').on('postgres_changes', { event: 'UPDATE', schema: 'saas_platform', table: 'sessions', filter: 'id=eq.1' }, cb)
const { data: d2 } = await supabase.schema('ecommerce').from('order_items').select('*, products(*)').in('orders', ids)
const table = type === 'a' ? 'orders' : 'products'
await supabase.from(table).insert(x)
const handlers: Record<string, string> = { a: 'users', b: 'profiles' }
await supabase.from(handlers[kind]).select('*')
export const useTable = (t: keyof Database['public']['Tables']) => useQuery({ queryKey: [t], queryFn: () => supabase.from(t).select() })
useTable('topics')
const { data: x3 } = useSupabaseQuery(supabase.schema('saas_platform').from('notifications').select('*'))
type Row = Database['saas_platform']['Tables']['users']['Row']; type E = Database["ai_services"]["Views"]["topics"]["Row"]; type F = Enums<'orders'>
const rows = await db.execute(sql.raw(`SELECT * FROM ecommerce.orders`))
await pool.query({ text: 'SELECT 1 FROM saas_platform.users', values: [] })
await client.query(`CREATE TABLE IF NOT EXISTS sessions (id int)`)
const r = await prisma.$queryRaw(Prisma.sql`SELECT * FROM saas_platform.${Prisma.raw('users')} WHERE id = 1`)
await db.none('INSERT INTO $1:name(a) VALUES($2)', ['products', 1])
await db.any('SELECT * FROM ${table:name}', { table: 'topics' })
const cs = new pgp.helpers.ColumnSet(['a'], { table: 'products' })
const trigger = `DROP TRIGGER IF EXISTS t ON saas_platform.users`
await supabaseAdmin.schema('ecommerce').rpc('place_order', {})
await fetch(`${url}/rest/v1/users?select=*`, { headers: { apikey } })
