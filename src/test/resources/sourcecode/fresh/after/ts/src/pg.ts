import { Pool, Client } from 'pg'
import { SQL, sql as sqlTag } from 'sql-template-strings'
import express from 'express'

const pool = new Pool({ database: 'orders', user: 'users' })
const router = express.Router()
const cols = ['id', 'users', 'topics']
const BASE = 'SELECT o.id, o.users FROM ecommerce.orders o'

router.get('/orders', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM ecommerce.orders WHERE users = $1', [req.user.id])
  res.json({ orders: rows })
})

router.delete('/users/:users', async (req, res) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`DELETE FROM saas_platform.users WHERE id = $1`, [req.params.users])
    await client.query({ name: 'orders', text: 'INSERT INTO ecommerce.orders (users) VALUES ($1) RETURNING id', values: ['users'] })
    await client.query({ text: `
      UPDATE ecommerce.products p
         SET stock = stock - i.quantity
        FROM ecommerce.order_items i
       WHERE i.product_id = p.id`, rowMode: 'array' })
    const where = req.query.q ? `WHERE name ILIKE '%' || $1 || '%'` : ''
    const r = await client.query(`SELECT ${cols.join(', ')} FROM ecommerce.products ${where} ORDER BY ${req.query.sort} LIMIT 10`)
    const list = await client.query(BASE + ' LEFT JOIN saas_platform.customer c ON c.id = o.customer')
    let q = 'SELECT * FROM ai_services.topics'
    if (req.query.user) q += ' INNER JOIN saas_platform.users ON users.id = topics.user_id'
    q += ' WHERE 1 = 1'
    await client.query('select * from saas_platform."users" where "users"."id" = $1')
    await client.query('select * from saas_platform.users where saas_platform.users.id = $1')
    await client.query("LISTEN orders")
    await client.query('select ecommerce.place_order($1)', [1])
    await client.query('SELECT * FROM saas_platform."Order Items"')
    await client.query('COMMIT')
    await client.query(SQL`SELECT id FROM saas_platform.users WHERE email = ${req.body.email}`)
    res.status(404).send('Select an order from orders')
    throw new Error(`Cannot delete from users where id = ${req.params.users}`)
  } finally { client.release() }
})
const copy = client.query(copyFrom('COPY ecommerce.products (id, name) FROM STDIN WITH (FORMAT csv)'))
for (const table of ['orders', 'users', 'topics']) await pool.query(`TRUNCATE TABLE ${table} CASCADE`)
console.log('select * from users')
logger.info('INSERT INTO orders failed')
export const menu = [{ label: 'Orders', to: '/orders' }, { key: 'users', title: 'Users' }]
app.use('/users', usersRouter)
i18n.t('orders')
localStorage.getItem('sessions')
document.querySelector('#users')
const socketEvents = { orders: 'users' }
socket.on('orders', () => socket.emit('users'))
