const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL, searchPath: ['public'] })

module.exports = {
  list: () => knex('orders').select('id', 'users').where({ users: 1 }).orderBy('topics'),
  joined: () => knex('orders as o').join('users as u', 'u.id', 'o.users').leftJoin('profiles', 'profiles.user_id', 'u.id').select('u.*'),
  from: () => knex.select('*').from('products').whereIn('id', knex('order_items').select('products')),
  insert: (row) => knex('topics').insert(row).returning('id').onConflict('users').merge(),
  into: (row) => knex.insert(row).into('topics'),
  raw: () => knex.raw('select * from users where id = ?', [1]),
  raw2: () => knex.raw('truncate table ?? cascade', ['sessions']),
  table: () => knex.table('sessions').del(),
  trx: () => knex.transaction(async (trx) => {
    await trx('orders').where('id', 1).update({ users: 2 })
    await trx.raw('LOCK TABLE orders')
    await trx.batchInsert('order_items', [], 100)
    await knex('products').transacting(trx).del()
  }),
  schema: () => knex.schema.hasTable('orders'),
  with: () => knex.with('users', knex('profiles')).select().from('users'),
  scoped: () => knex.withSchema('audit').from('orders'),
  sub: () => knex('orders').whereExists(function () { this.select('*').from('users').whereRaw('users.id = orders.users') }),
  count: async () => (await knex('users').count('* as orders').first()).orders,
}
