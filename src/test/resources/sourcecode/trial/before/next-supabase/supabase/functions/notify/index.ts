import { serve } from 'https://deno.land/std@0.168.0/http/server.ts'
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'
serve(async (req) => {
  const { type, table, record } = await req.json()
  if (table !== 'orders') return new Response('ignored')
  const admin = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '')
  const { data: user } = await admin.from('users').select('email, profiles!inner(name)').eq('id', record.user_id).single()
  const rows = [{ user_id: record.user_id, kind: 'orders' }]
  await admin.from('notifications').insert(rows)
  const { data, error } = await admin.rpc('place_order', { id: record.id })
  switch (table) { case 'orders': break; case 'users': break }
  return new Response(JSON.stringify({ orders: data }), { headers: { 'x-table': 'orders' } })
})
