import { SupabaseClient } from '@supabase/supabase-js'
import { createServerClient } from '@supabase/ssr'
import { cookies } from 'next/headers'

type TableName = 'orders' | 'users' | 'topics'
const TABLE = 'sessions'

export class Repo {
  private readonly table = 'topics'
  constructor(private readonly db: SupabaseClient) {}

  async list() {
    return this.db.from(this.table).select()
  }
  async sessions() {
    return (await this.db.from(TABLE).select('*').limit(1).maybeSingle()).data
  }
  async byName(name: TableName) {
    return this.db.from(name).select()
  }
  async upsert(rows: unknown[]) {
    const query = this.db.from('products')
    return query.upsert(rows, { onConflict: 'users' })
  }
  async session() {
    const { data: { user } } = await this.db.auth.getUser()
    const q = this.db.schema('audit').from('orders').select()
    const r = this.db.schema('public').from('orders').select()
    return this.db
      // the session of the user
      .from('sessions')
      .select()
      .single()
  }
}

export async function server() {
  const store = await cookies()
  const supabase = createServerClient(url, key, { cookies: store })
  const [a, b] = await Promise.all([
    supabase.from('users').select('id, profiles!inner(name)').eq('profiles.name', 'x').throwOnError(),
    supabase.from('customer').select().textSearch('users', `orders`),
  ])
  if (!a) await supabase?.from('search_history').insert({ topics: 'users' })
  return supabase.from(flag ? 'orders' : 'products').select()
}

const { data } = await admin
  .from('device_credentials')
  .select(`
    id,
    users ( email ),
    orders_count:orders(count)
  `)
export const getAll = (c: SupabaseClient) => c.from('topics').select<'*', Topic>('*').returns<Topic[]>()
