import { knex } from './knex'
export const a = () => knex.with('users', knex('kept')).select().from('users').join('topics', 'topics.id', 'users.id').with('topics', knex('kept'))
export const b = () => knex.withRecursive('orders', knex('kept')).select().from('orders as o').whereIn('id', knex('orders').select('id'))
