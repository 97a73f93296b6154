import { pgTable, serial, text } from 'drizzle-orm/pg-core'
export const orders = pgTable('orders', { id: serial('id') })
export const users = pgTable('users', { id: serial('id') })
export const orderItems = pgTable('order_items', {})
export const topics = pgTable('topics', {})
export const kept = pgTable('kept', {})
