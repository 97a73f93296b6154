import { Entity, PrimaryGeneratedColumn, Column, OneToMany, ManyToMany, JoinTable, ViewEntity, Index, MigrationInterface, DataSource } from 'typeorm'

@Entity('users')
@Index('users_email', ['email'])
export class User {
  @PrimaryGeneratedColumn() id: number
  @Column({ name: 'orders' }) orders: number
  @OneToMany(() => Order, (o) => o.users) list: Order[]
}

@Entity({ name: 'orders', orderBy: { id: 'ASC' } })
export class Order {
  @ManyToMany(() => Product)
  @JoinTable({ name: 'order_items', joinColumn: { name: 'orders' }, inverseJoinColumn: { name: 'products' } })
  products: Product[]
}

@Entity({ schema: 'public', name: 'products' })
export class Product { @Column('products') x: string }

@Entity()
export class Topics { @PrimaryGeneratedColumn() id: number }

@ViewEntity({ expression: `SELECT u.id FROM users u` })
export class V {}

export class Service {
  constructor(private ds: DataSource) {}
  run() {
    this.ds.getRepository(Order).createQueryBuilder('orders').leftJoinAndSelect('orders.users', 'users').where('orders.id = :id').getMany()
    this.ds.query('SELECT * FROM orders WHERE id = $1', [1])
    this.ds.createQueryBuilder().delete().from('sessions').where('id = 1').execute()
    this.ds.createQueryBuilder().insert().into('sessions').values([]).execute()
    this.ds.createQueryBuilder().select('u').from(User, 'users')
    this.ds.getRepository('users').find()
    this.ds.manager.query(`DELETE FROM notifications WHERE users IN (SELECT id FROM users)`)
  }
}
