import knexFactory from 'knex'

const knex = knexFactory({ client: 'pg' })

export const q = knex('orders as o').leftJoin('order_items', 'orders.id', 'order_items.order_id').where('users', 1)
export const r = knex.select('users').from('users')
export const s = knex.withSchema('archive').from('orders')
export const u = knex('orders').withSchema('ecommerce')
export const v = knex.raw('select * from orders where id = ?', [1])
