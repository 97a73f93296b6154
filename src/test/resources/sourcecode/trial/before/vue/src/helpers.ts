import type { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.types'
type TableName = keyof Database['public']['Tables']
export const byId = <T extends TableName>(client: SupabaseClient<Database>, table: T, id: string) => client.from(table).select('*').eq('id', id).single()
export async function count(client: SupabaseClient, table: string) { const { count } = await client.from(table).select('*', { count: 'exact' }); return count }
export const user = (c: SupabaseClient, id: string) => byId(c, 'users', id)
export const n = (c: SupabaseClient) => count(c, 'orders')
export function repository(table: string) { return { list: (c: SupabaseClient) => c.from(table).select() } }
export const products = repository('products')
const CONFIG = { products: { table: 'products', label: 'Posts' }, users: { table: 'users', label: 'Users' } } as const
export const conf = (c: SupabaseClient, k: keyof typeof CONFIG) => c.from(CONFIG[k].table).select()
export const dyn = (c: SupabaseClient, admin: boolean) => c.from(admin ? 'users' : 'profiles').select()
export const typed = (c: SupabaseClient) => c.from<'orders', any>('orders').select()
enum Table { Orders = 'orders', Users = 'users' }
export const en = (c: SupabaseClient) => c.from(Table.Orders).select()
export const cast = (c: SupabaseClient) => (c.from('search_history') as any).select()
export const cast2 = (c: SupabaseClient) => (c as any).from('profiles').select()
export const nonull = (c: SupabaseClient | null) => c!.from('topics').select()
export const opt = (c?: SupabaseClient) => c?.from('topics').select()
