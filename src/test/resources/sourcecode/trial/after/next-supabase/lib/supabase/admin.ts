import 'server-only'
import { createClient, SupabaseClient } from '@supabase/supabase-js'
let instance: SupabaseClient | null = null
export function getAdmin(): SupabaseClient {
  if (!instance) instance = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_KEY!, { auth: { persistSession: false } })
  return instance
}
