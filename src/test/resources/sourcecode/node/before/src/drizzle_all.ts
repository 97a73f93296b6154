import * as pg from 'drizzle-orm/pg-core'
export const orders = pg.pgTable('orders', { id: pg.serial('id') })
