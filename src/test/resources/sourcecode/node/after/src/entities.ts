import { Entity, Column } from 'typeorm'

@Entity('orders', { schema: 'ecommerce' })
export class Order {
  @Column('users') users: string
}

@Entity({ schema: 'saas_platform', name: 'users' })
export class User {}

@Entity({ name: 'topics', schema: 'ai_services' })
export class Topic {}

@Entity('products', { schema: 'archive' })
export class Product {}
