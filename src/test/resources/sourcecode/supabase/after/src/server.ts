import { createServerClient } from '@supabase/ssr'
import { getDb } from './lib/client'

export class Repository {
  constructor(private readonly db: SupabaseClient) {}

  async all() {
    const client = createServerClient(url, key, { cookies })
    await client.schema('ecommerce').from('orders').select()
    await this.db.schema('saas_platform').from('users').select()
    const { data } = await getDb().schema('ai_services').from('topics').select('*').single()
    await (await getDb()).schema('ai_services').from('topics').select()
    return this.db
      .schema('ecommerce')
      .from('products')
      .select()
  }
}
