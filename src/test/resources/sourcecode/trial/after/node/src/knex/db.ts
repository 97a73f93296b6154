import knex, { Knex } from 'knex'
export const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })
export const legacy = knex({ client: 'mysql2', connection: process.env.MYSQL_URL })
export const cache = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' } })
