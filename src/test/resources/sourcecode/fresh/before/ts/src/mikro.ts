import { Entity, PrimaryKey, Property, ManyToMany, EntitySchema } from '@mikro-orm/core'
import { SqlEntityManager } from '@mikro-orm/postgresql'

@Entity({ tableName: 'users' })
export class User {
  @PrimaryKey() id!: number
  @Property({ fieldName: 'orders' }) orders!: number
  @ManyToMany({ entity: () => Product, pivotTable: 'order_items', joinColumn: 'users' }) products: any
  @Property({ formula: (a) => `(select count(*) from orders o where o.users = ${a}.id)` }) n?: number
}
export const schema = new EntitySchema({ class: Product, tableName: 'products' })
export async function run(em: SqlEntityManager) {
  await em.getConnection().execute('select * from users where id = ?', [1])
  await em.execute('delete from sessions where users = 1')
  const knex = em.getKnex()
  await knex('orders').del()
  em.createQueryBuilder(User, 'users').select('*').where({ orders: 1 })
}
