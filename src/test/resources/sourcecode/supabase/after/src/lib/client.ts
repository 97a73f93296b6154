import { createClient } from '@supabase/supabase-js'
import type { Database } from './database.types'

export const supabase = createClient<Database>(url, key)
export const shop = supabase.schema('ecommerce')
export const platform = createClient(url, key, { db: { schema: 'saas_platform' } })
export const old = supabase.schema('public')
export function aiDb() {
  return supabase.schema('ai_services')
}
export const getDb = () => createClient<Database>(url, key)
export const TABLES = { ORDERS: 'orders', KEPT: 'kept' } as const
export const USERS = 'users'
