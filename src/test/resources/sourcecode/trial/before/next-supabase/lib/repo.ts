import { getAdmin } from './supabase/admin'
import type { Database, Tables, TablesInsert } from '@/types/database'

type Order = Tables<'orders'>
type NewOrder = TablesInsert<'orders'>
type User = Database['public']['Tables']['users']['Row']
type TableName = keyof Database['public']['Tables']

export const TABLES = { ORDERS: 'orders', USERS: 'users' } as const
const POSTS = 'products'

export async function listOrders(): Promise<Order[]> {
  const { data } = await getAdmin().from(TABLES.ORDERS).select('*')
  return data ?? []
}
export async function insertOrder(o: NewOrder) {
  return getAdmin().from('orders').insert(o).select().single()
}
export async function listPosts() {
  const db = getAdmin()
  return db.from(POSTS).select('*, recommendations(count)')
}
export async function all<T extends TableName>(table: T) {
  return getAdmin().from(table).select('*')
}
export const users = () => all('users')
export const everything = async () => Promise.all((['orders', 'users'] as const).map((t) => getAdmin().from(t).select('*')))
export class UserRepository {
  private readonly table = 'users'
  constructor(private readonly db = getAdmin()) {}
  find(id: string) {
    return this.db.from(this.table).select('*').eq('id', id).single()
  }
  touch(id: string) {
    return this.db.from('sessions').upsert({ id }, { onConflict: 'id' })
  }
}
