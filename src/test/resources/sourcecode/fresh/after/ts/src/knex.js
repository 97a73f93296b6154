const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL, searchPath: ['public'] })

module.exports = {
  list: () => knex('ecommerce.orders').select('id', 'users').where({ users: 1 }).orderBy('topics'),
  joined: () => knex('ecommerce.orders as o').join('saas_platform.users as u', 'u.id', 'o.users').leftJoin('saas_platform.profiles', 'profiles.user_id', 'u.id').select('u.*'),
  from: () => knex.select('*').from('ecommerce.products').whereIn('id', knex('ecommerce.order_items').select('products')),
  insert: (row) => knex('ai_services.topics').insert(row).returning('id').onConflict('users').merge(),
  into: (row) => knex.insert(row).into('ai_services.topics'),
  raw: () => knex.raw('select * from saas_platform.users where id = ?', [1]),
  raw2: () => knex.raw('truncate table ?? cascade', ['sessions']),
  table: () => knex.table('saas_platform.sessions').del(),
  trx: () => knex.transaction(async (trx) => {
    await trx('ecommerce.orders').where('id', 1).update({ users: 2 })
    await trx.raw('LOCK TABLE ecommerce.orders')
    await trx.batchInsert('order_items', [], 100)
    await knex('ecommerce.products').transacting(trx).del()
  }),
  schema: () => knex.schema.hasTable('orders'),
  with: () => knex.with('users', knex('saas_platform.profiles')).select().from('users'),
  scoped: () => knex.withSchema('audit').from('orders'),
  sub: () => knex('ecommerce.orders').whereExists(function () { this.select('*').from('users').whereRaw('users.id = orders.users') }),
  count: async () => (await knex('saas_platform.users').count('* as orders').first()).orders,
}
