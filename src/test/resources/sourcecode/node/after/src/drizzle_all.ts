import * as pg from 'drizzle-orm/pg-core'
export const orders = pg.pgSchema('ecommerce').table('orders', { id: pg.serial('id') })
