import { pgSchema, pgTable, serial, text, integer, index, pgEnum } from 'drizzle-orm/pg-core'
import { relations, sql } from 'drizzle-orm'
export const orders = pgSchema('ecommerce').table('orders', { id: serial('id').primaryKey(), users: text('users'), userId: integer('user_id').references(() => users.id) }, (t) => [index('orders').on(t.users)])
export const kind = pgEnum('search_history', ['orders', 'users'])
export const ordersRelations = relations(orders, ({ one }) => ({ users: one(users, { fields: [orders.userId], references: [users.id], relationName: 'users' }) }))
export const total = sql`select sum(total) from ecommerce.orders where id = ${1}`
export const users = pgSchema("saas_platform").table("users", { id: serial('id').primaryKey() })
