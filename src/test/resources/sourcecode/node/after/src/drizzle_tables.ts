import { pgSchema, pgTable, serial, text } from 'drizzle-orm/pg-core'
export const orders = pgSchema('ecommerce').table('orders', { id: serial('id') })
export const users = pgSchema('saas_platform').table('users', { id: serial('id') })
export const orderItems = pgSchema('ecommerce').table('order_items', {})
export const topics = pgSchema('ai_services').table('topics', {})
export const kept = pgTable('kept', {})
