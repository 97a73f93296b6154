import knexFactory from 'knex'

const knex = knexFactory({ client: 'pg' })

export const q = knex('ecommerce.orders as o').leftJoin('ecommerce.order_items', 'orders.id', 'order_items.order_id').where('users', 1)
export const r = knex.select('users').from('saas_platform.users')
export const s = knex.withSchema('archive').from('orders')
export const u = knex('orders').withSchema('ecommerce')
export const v = knex.raw('select * from ecommerce.orders where id = ?', [1])
