import { Pool } from 'pg'
import format from 'pg-format'
import pgp from 'pg-promise'
import postgres from 'postgres'
const pool = new Pool()
const sql = postgres(process.env.DATABASE_URL!)
const T = { orders: 'orders', users: 'users' }
const SORTS: Record<string, string> = { orders: 'o.id', users: 'u.name' }
export const one = (id: number) => pool.query('SELECT * FROM orders WHERE id = $1', [id])
export const two = () => pool.query(`
    select o.*, u.name as users
    from orders o
    join users u on u.id = o.user_id
    where o.total > 0
    order by ${SORTS['orders']}
`)
export const three = (id: number) => sql`select * from users where id = ${id} and not exists (select from sessions s where s.user_id = users.id)`
export const four = (rows: any[]) => sql`insert into orders ${sql(rows, 'users', 'search_history')}`
export const five = (t: string) => sql`select * from ${sql(t)}`
export const six = () => sql`delete from ${sql('payment_items')} where id = 1`
export const seven = () => pool.query(format('SELECT * FROM %I WHERE id = %L', 'orders', 1))
export const eight = () => pool.query(`SELECT * FROM ${T.orders} LIMIT 10`)
export const nine = () => pool.query({ name: 'users', text: 'UPDATE users SET name = $1 WHERE id = $2', values: ['orders', 1] })
export const ten = (cols: string[]) => pool.query('INSERT INTO search_history (' + cols.join(', ') + ') VALUES (' + cols.map((_, i) => `$${i + 1}`).join(', ') + ')')
export const eleven = async () => { for (const t of ['orders', 'users', 'sessions']) await pool.query(`TRUNCATE ${t} CASCADE`) }
export const twelve = () => pool.query('LISTEN orders')
export const thirteen = () => pool.query("SELECT 'orders'::regclass, pg_notify('users', 'orders')")
export const cs = (p: any) => new p.helpers.ColumnSet(['id', 'users'], { table: 'orders' })
export const cs2 = (p: any) => new p.helpers.ColumnSet(['id', 'users'], { table: { table: 'users', schema: 'public' } })
export const many = (db: any) => db.manyOrNone('SELECT * FROM order_items WHERE order_id = ANY($1)', [[1]])
export const where = (b: boolean) => pool.query('SELECT id FROM topics t' + (b ? ' JOIN products p ON p.topic_id = t.id' : '') + ' WHERE t.active')
export const withs = () => pool.query('WITH orders AS (SELECT * FROM orders WHERE total > 0) SELECT * FROM orders')
export const msg = (n: number) => `Selected ${n} users from orders. Delete from users? Update orders set by ${n}`
export const help = `
  Select a user from orders
  where the order is open
`
