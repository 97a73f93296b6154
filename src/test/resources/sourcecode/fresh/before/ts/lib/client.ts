import { createClient } from '@supabase/supabase-js'
import type { Database, Tables, TablesInsert } from './database.types'

export const supabase = createClient<Database>(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!)
export type Order = Database['public']['Tables']['orders']['Row']
export type User = Tables<'users'>
export type NewTopic = TablesInsert<'topics'>
export type OrderWithItems = Order & { order_items: Database['public']['Tables']['order_items']['Row'][] }
