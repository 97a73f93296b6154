import { createPool, sql } from 'slonik'
import { z } from 'zod'
export const find = async (pool, id) => {
  await pool.one(sql.type(z.object({ id: z.number() }))`SELECT id FROM saas_platform.users WHERE id = ${id}`)
  await pool.many(sql.unsafe`SELECT * FROM ecommerce.orders WHERE users = ${id}`)
  await pool.query(sql.unsafe`SELECT * FROM ${sql.identifier(['users'])}`)
  await pool.query(sql.unsafe`SELECT * FROM ${sql.identifier(['public', 'orders'])}`)
  const where = sql.fragment`WHERE id IN (SELECT id FROM saas_platform.profiles)`
  await pool.any(sql.unsafe`DELETE FROM saas_platform.sessions ${where}`)
}
export const api = z.object({ orders: z.array(z.string()), table: z.enum(['orders', 'users']) })
const msg = `Select ${id} from users`
const css = `.users { color: red } .orders from { top: 0 }`
const gql1 = gql`query orders { users { id } }`
const html1 = html`<p>Delete from orders where id = ${id}</p>`
