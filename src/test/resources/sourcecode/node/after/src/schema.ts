import { pgSchema, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'

export const orders = pgSchema('ecommerce').table('orders', { id: serial('orders'), users: text('users') })
export const users = pgSchema("saas_platform").table("users", { id: serial('id') })
export const kept = pgTable('kept', {})
export const q = db.select().from(orders).where(sql`id in (select order_id from ecommerce.order_items)`)
