import { relations, sql } from 'drizzle-orm'
import { pgSchema, pgTable, serial, text, integer, index, pgEnum, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/node-postgres'

export const state = pgEnum('orders_state', ['orders', 'users'])
export const users = pgSchema('saas_platform').table('users', {
  id: serial('id').primaryKey(),
  orders: integer('orders'),
  email: text('email').notNull(),
}, (t) => [uniqueIndex('users_email').on(t.email)])

export const orders = pgSchema('ecommerce').table('orders', {
  id: serial('id').primaryKey(),
  userId: integer('users').references(() => users.id),
}, (table) => ({ idx: index('orders_idx').on(table.userId) }))

export const orderItems = pgSchema("ecommerce").table("order_items", { orderId: integer("orders"), productId: integer("products") },
  (t) => ({ pk: primaryKey({ columns: [t.orderId, t.productId] }) }))

export const usersRelations = relations(users, ({ many, one }) => ({
  orders: many(orders, { relationName: 'users' }),
}))
const db = drizzle(pool, { schema: { users, orders } })
export const all = () => db.query.orders.findMany({ with: { users: true } })
export const raw = () => db.execute(sql`select * from ecommerce.orders o join ${users} u on u.id = o.users`)
export const frag = () => db.select({ n: sql<number>`(select count(*) from ecommerce.order_items i where i.orders = ${orders.id})` }).from(orders)
