import { Entity, Column, ManyToMany, JoinTable } from 'typeorm'
@Entity()
export class Order { @ManyToMany(() => Product) @JoinTable() products: Product[] 
  @ManyToMany(() => Topic) @JoinTable({ schema: 'ecommerce', name: 'order_items' }) topics: Topic[] }
@Entity({ schema: 'ai_services' })
export class Topics { }
@Entity
export class SearchHistory {}
@Entity({ schema: 'saas_platform' })
export class Users {}
