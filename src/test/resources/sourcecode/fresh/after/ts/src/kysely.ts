import { Kysely, PostgresDialect, sql, Generated } from 'kysely'

interface UserTable { id: Generated<number>; orders: number }
interface DB { users: UserTable; orders: { id: number }; 'order_items': { id: number } }
export const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

export async function find(id: number) {
  const a = await db.selectFrom('users').where('id', '=', id).selectAll().executeTakeFirst()
  const b = await db.selectFrom('orders as o').innerJoin('users as u', 'u.id', 'o.users').select(['u.id as users', 'o.id']).execute()
  await db.insertInto('orders').values({ users: 1 }).onConflict((oc) => oc.column('users').doNothing()).execute()
  await db.updateTable('orders').set({ users: 1 }).where('orders.id', '=', 1).execute()
  await db.deleteFrom('order_items').using('orders').whereRef('order_items.id', '=', 'orders.id').execute()
  const { rows } = await sql<{ id: number }>`select id from saas_platform.users where id = ${id}`.execute(db)
  const t = await sql`select * from ${sql.table('orders')}`.execute(db)
  await db.transaction().execute(async (trx) => trx.selectFrom('topics').select('topics.id').execute())
  return db.with('users', (q) => q.selectFrom('profiles').selectAll()).selectFrom('users').selectAll().leftJoin('sessions', (j) => j.onRef('sessions.id', '=', 'users.id')).execute()
}
