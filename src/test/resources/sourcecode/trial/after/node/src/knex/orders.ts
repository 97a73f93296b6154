import { Knex } from 'knex'
import path from 'path'
import { db, legacy } from './db'
import type { Server } from 'socket.io'
const TABLE = 'orders'
const dir = path.join('profiles', 'orders')
const list = ['a', 'b'].join('users')
export const find = (id: number) => db('ecommerce.orders').where({ id }).first()
export const all = () => db(TABLE).select('orders.*').leftJoin('saas_platform.users', 'users.id', 'orders.user_id').join('ecommerce.order_items as i', 'i.order_id', 'orders.id')
export const aliased = () => db.select('*').from('ecommerce.orders as o').innerJoin({ u: 'saas_platform.users' }, 'u.id', 'o.user_id')
export const add = (trx: Knex.Transaction, o: any) => trx('ecommerce.orders').insert(o).returning('*')
export const into = (o: any) => db.insert(o).into('ecommerce.payment_items')
export const sub = () => db.from(db('saas_platform.users').where('active', true).as('users'))
export const raw = () => db.raw('select count(*) from ecommerce.orders where user_id = ?', [1])
export const ref = () => db('ai_services.recommendations').whereExists(db.select('*').from('saas_platform.users').whereRaw('users.id = recommendations.user_id'))
export const scoped = () => db.withSchema("ecommerce").table('orders').select()
export const scoped2 = () => db('orders').withSchema('public').select()
export const old = () => legacy('orders').select('*')
export const old2 = () => legacy.select('*').from('users')
export const room = (io: Server) => io.on('connection', (s) => { s.join('users'); s.to('users').emit('orders', 'notifications') })
export const del = () => db.transaction(async (t) => { await t('ecommerce.orders').del(); await t.table('ecommerce.payment_items').truncate(); await t.batchInsert('search_history', [{}]) })
export const counts = () => Promise.all(['orders', 'users'].map((t) => db(t).count('*')))
export const schema = () => db.schema.hasTable('orders')
export const col = () => db.schema.alterTable('users', (t) => { t.string('sessions') })
export class Repo { constructor(private knex: Knex) {} one() { return this.knex('saas_platform.users').where('id', 1) } two() { return this.knex<{ id: number }>('saas_platform.sessions').first() } }
