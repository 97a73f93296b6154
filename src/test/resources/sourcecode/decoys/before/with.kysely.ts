import { Kysely } from 'kysely'
export const c = (db: Kysely<DB>) => db.with('users', (q) => q.selectFrom('kept').selectAll()).selectFrom('users').selectAll().execute()
