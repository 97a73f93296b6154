import { users, orders } from './icons'
import sessions from 'sessions'
export const tabs = ['orders', 'users', 'topics', 'products', 'notifications']
export const permissions = { orders: 'orders', users: ['users', 'profiles'], 'order_items': true }
export const keys = { all: ['orders'] as const, one: (id: string) => ['orders', id] as const }
const label = t('orders')
const title = i18n.t('users.orders.title', { users: 'users' })
const plural = t(`topics.${users}`)
const navigate = () => router.push('/orders')
const path = `/users/${id}/orders`
const query = useQuery({ queryKey: ['users'], queryFn: () => api.get('users') })
queryClient.invalidateQueries({ queryKey: ['orders'] })
localStorage.setItem('sessions', 'users')
const form = { table: 'orders', schema: 'form' }
const dispatch = { type: 'orders/select', table: 'users' }
const columns = [{ accessorKey: 'users', header: 'Orders' }]
const tracked = analytics.track('orders', { from: 'users' })
const sorted = from('orders')
const list = Array.from('orders')
const buffer = Buffer.from('users', 'utf8')
const stream = Readable.from('orders')
const set = Set.from('topics')
const file = supabase.storage.from('users').getPublicUrl('orders')
const avatar = await supabase.storage.from('profiles').upload('users', file)
const bucket = storage.from('orders').list()
const channel = supabase.channel('orders').on('presence', { event: 'sync', table: 'orders' }, noop)
const sentence = 'Select users from the list of orders'
const warning = 'Delete from users?'
const hint = "Update orders set by the customer"
const info = 'Insert into orders is not allowed'
const joined = 'users join orders every day'
const truncated = 'Truncate orders after 20 characters'
const many = 'Choose topics, users and orders from products'
const message = `You have ${n} orders from ${m} users`
const error = new Error('select * from orders failed')
throw new TypeError(`update users set x = 1 failed`)
console.error('DELETE FROM orders WHERE id = 1')
logger.info('SELECT * FROM users')
const element = <p>SELECT * FROM orders WHERE id = 1</p>
const attribute = <input name="users" placeholder="select * from users" />
const text = <Trans>Delete from orders, don't update users set `topics`</Trans>
const nested = <div>{/* SELECT * FROM orders */}<b title='orders'>it's users</b></div>
const regex = /select \* from orders where '/
const divided = a / b / c + 'users'
// await supabase.from('orders').select()
/* supabase.from('users').select(`FROM orders`) */
const css = styled.div`.orders { color: red; } .users::after { content: 'FROM users'; }`
const gqlQuery = gql`query { users { orders { id } } }`
const styles = css`update-users: set;`
const aria = { 'aria-label': 'users', role: 'orders' }
type Orders = { users: string; topics: 'users' | 'orders' }
type Key = Record<'users', Orders['users']>
type Row = Database['other']['Tables']['orders']['Row']
type Config = Settings['public']['tabs']['orders']
enum Tab { Orders = 'orders', Users = 'users' }
switch (tab) { case 'orders': break; case 'users': break }
const found = menu.find((m) => m.id === 'topics')
const env = process.env.ORDERS ?? 'orders'
const url = 'https://example.com/orders?from=users'
const mail = 'orders@example.com'
const date = 'from users to orders'
const md = '# orders\n\nFrom users: select one'
const json = '{"from": "orders", "join": "users"}'
const html = '<select name="orders"><option>users</option></select>'
const archived = supabase.schema('archive').from('orders').select()
const shop = supabase.schema('ecommerce')
shop.from('orders').select()
const moved = 'SELECT * FROM ecommerce.orders JOIN saas_platform.users ON true'
const other = 'SELECT * FROM auth.users JOIN archive.orders USING (id)'
const cte = 'WITH orders AS (SELECT 1 AS id), users AS (SELECT 2) SELECT * FROM orders, users'
const alias = 'SELECT orders.id, users.id FROM kept orders JOIN kept users ON orders.id = users.id'
const columnsOf = 'SELECT orders, users AS topics FROM kept WHERE users = 1 ORDER BY topics'
const literal = "SELECT 'orders' AS users FROM kept WHERE topics = 'FROM orders'"
const extract = 'SELECT EXTRACT(year FROM orders) FROM kept'
const trimmed = "SELECT trim(both ' ' FROM users), substring(users FROM 1) FROM kept"
const distinct = 'SELECT a IS DISTINCT FROM users FROM kept'
const commented = 'SELECT 1 FROM kept -- FROM orders\n/* JOIN users */'
const quoted = 'SELECT * FROM "Orders" JOIN "USERS" ON true'
const prefix = 'SELECT * FROM orders_archive JOIN my_users ON true'
const temp = 'CREATE TEMP TABLE t AS SELECT 1; SELECT * FROM t'

class Topics extends Component {}
const table = makeTable('users')
const hint = 'Please choose (select users from orders)'
