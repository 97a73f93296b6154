import { serve } from 'https://deno.land/std@0.168.0/http/server.ts'
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'
import postgres from 'https://deno.land/x/postgresjs/mod.js'
import { Pool } from 'https://deno.land/x/postgres@v0.17.0/mod.ts'

const sql = postgres(Deno.env.get('SUPABASE_DB_URL')!)

serve(async (req) => {
  const payload = await req.json()
  if (payload.table === 'orders' && payload.type === 'INSERT') {
    const admin = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SERVICE_KEY') ?? '')
    const { data } = await admin.from('users').select('email').eq('id', payload.record.users).single()
    const rows = await sql`select id from notifications where user_id = ${payload.record.users} and kind = 'orders'`
    await sql`insert into notifications ${sql(payload.rows, 'users', 'orders')}`
    await sql`update ${sql('users')} set ${sql({ orders: 1 })} where id = 1`
    const more = sql`and user_id in (select id from profiles)`
    await sql.unsafe('truncate sessions')
    await sql.begin(async (tx) => { await tx`delete from sessions where id = 1` })
  }
  return new Response(JSON.stringify({ message: 'select from users', orders: [] }), { headers: { 'x-orders': 'users' } })
})
