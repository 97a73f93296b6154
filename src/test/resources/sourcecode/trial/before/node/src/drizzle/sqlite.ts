import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
export const notifications = sqliteTable('notifications', { id: text('id'), users: text('users') })
export const purge = sql`DELETE FROM notifications WHERE id = ${'1'}`
