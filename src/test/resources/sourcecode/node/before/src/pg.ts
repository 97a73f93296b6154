import { Pool } from 'pg'
import postgres from 'postgres'

const pool = new Pool()
const sql = postgres()
const TABLE = 'orders'

export async function run(id: number, table: string, users: string[]) {
  await pool.query('SELECT * FROM orders WHERE id = $1', [id])
  await pool.query(`select o.*, u.name
    from orders o
    join public.users u on u.id = o.user_id
    where o.state = 'from users' and o.id = ${id}`)
  await pool.query({ text: 'delete from users', values: [] })
  await sql`insert into products ${sql(rows, 'users')}`
  await sql`select * from ${sql('orders')} where users = ${users}`
  await sql`SELECT * FROM ${sql(table)}`
  await pool.query(`SELECT * FROM ${TABLE} ${id ? `JOIN order_items i ON i.order_id = ${id}` : ''}`)
  await pool.query('SELECT count(*) ' + 'FROM ' + TABLE + ' WHERE users = 1')
  await pool.query(`TRUNCATE orders_${id}`)
  await prisma.$queryRaw`SELECT * FROM "orders" WHERE id = ${id}`
  const text = `Select products from orders, or delete from users`
  const re = /FROM orders '/g, half = id / 2, other = "select * from orders where id = 1"
  console.log('SELECT * FROM orders failed')
  throw new Error(`INSERT INTO orders failed`)
}

export const ui = {
  title: 'orders',
  route: '/orders/:users',
  text: 'Delete from users',
  query: gql`query { orders { users } }`,
  style: css`.orders { color: red }`,
}

export const condition = "o.id IN (SELECT order_id FROM order_items)"
export const perhaps = "id in (select id from users where x = 1)"
