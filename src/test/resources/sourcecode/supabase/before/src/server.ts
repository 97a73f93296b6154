import { createServerClient } from '@supabase/ssr'
import { getDb } from './lib/client'

export class Repository {
  constructor(private readonly db: SupabaseClient) {}

  async all() {
    const client = createServerClient(url, key, { cookies })
    await client.from('orders').select()
    await this.db.from('users').select()
    const { data } = await getDb().from('topics').select('*').single()
    await (await getDb()).from('topics').select()
    return this.db
      .schema('public')
      .from('products')
      .select()
  }
}
