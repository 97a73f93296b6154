import { supabase } from './supabase'
import { from } from 'rxjs'
const items = await supabase.from('orders').select()
const rows = items.data ?? []
const names = Array.from(rows).map((r) => r.users)
const sub = from('users')
const q = builder.from('orders').where('x')
const mail = new Email().from('users').to('orders')
const dates = dayjs().from('events')
const color = gsap.from('orders', { x: 1 })
const tl = timeline.from('.users', {}).from('users')
const mod = await import('users')
const copy = structuredClone(Object.freeze({ from: 'orders' }))
const graph = d3.select('users').selectAll('orders')
const html = `<p>Select from users where you like = 1</p>`
const cypher = 'MATCH (u:users) WHERE u.id = 1 DELETE u'
const kql = 'users | where orders == 1'
const soql = 'SELECT Id FROM users WHERE Name = 1'
const promql = 'sum(rate(orders[5m])) by (users)'
const jql = 'project = orders AND status = users'
const tpl = 'update {{users}} set {{orders}} = 1'
const e2e = cy.intercept('GET', '/rest/v1/orders?select=*')
const chan = supabase.channel('users').on('presence', { event: 'sync' }, () => {})
const inv = supabase.functions.invoke('orders', { body: { from: 'users' } })
const auth = supabase.auth.admin.listUsers({ page: 1 })
const bucket2 = supabase.storage.getBucket('files')
const sch = supabase.schema('audit').from('orders').select()
await supabase.rpc('orders')
await supabase.storage.from('documents').list('users')
const { data } = await supabase.storage.from(`files`).createSignedUrl('orders', 60)
