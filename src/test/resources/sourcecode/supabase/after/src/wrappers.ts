import { supabase } from './lib/client'
import type { Tables, TablesInsert } from './lib/database.types'

type Order = Tables<'orders'>
type NewUser = TablesInsert<'users'>

export async function fetchAll(table: string, limit: number) {
  return supabase.from(table).select().limit(limit)
}
const one = async (id: string, table: TableName): Promise<Row> => {
  return supabase.from(table).select().eq('id', id).single()
}

export const orders = () => fetchAll('orders', 10)
export const user = () => one('users', 'users')
export const rest = (key: string) => fetch(url + '/rest/v1/orders?select=*', { headers: { apikey: key } })
export const tab = fetchTab('orders')
