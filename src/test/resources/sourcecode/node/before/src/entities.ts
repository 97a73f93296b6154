import { Entity, Column } from 'typeorm'

@Entity('orders')
export class Order {
  @Column('users') users: string
}

@Entity({ name: 'users' })
export class User {}

@Entity({ name: 'topics', schema: 'public' })
export class Topic {}

@Entity('products', { schema: 'archive' })
export class Product {}
