import { Kysely, sql } from 'kysely'
interface DB { orders: any; users: any }
export const find = (db: Kysely<DB>) => db.selectFrom('orders').innerJoin('users', 'users.id', 'orders.user_id').selectAll('orders').where('orders.id', '=', 1).execute()
export const add = (db: Kysely<DB>) => db.insertInto('orders').values({ users: 'users' }).execute()
export const upd = (db: Kysely<DB>) => db.updateTable('users').set({ sessions: 'x' }).execute()
export const del = (db: Kysely<DB>) => db.deleteFrom('sessions').where('id', '=', 1).execute()
export const alias = (db: Kysely<DB>) => db.selectFrom(['orders as o', 'users as u']).select('o.id').execute()
export const raw = (db: Kysely<DB>) => sql`select * from ecommerce.orders`.execute(db)
