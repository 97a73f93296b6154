import { Entity, Column, ManyToMany, JoinTable } from 'typeorm'
@Entity()
export class Order { @ManyToMany(() => Product) @JoinTable() products: Product[] 
  @ManyToMany(() => Topic) @JoinTable({ name: 'order_items' }) topics: Topic[] }
@Entity()
export class Topics { }
@Entity
export class SearchHistory {}
@Entity({ schema: 'public' })
export class Users {}
