import { Entity, PrimaryGeneratedColumn, Column, OneToMany, ManyToMany, JoinTable, ViewEntity, DataSource } from 'typeorm'
@Entity('orders')
export class Order { @PrimaryGeneratedColumn() id!: number; @Column({ name: 'users' }) users!: string; @OneToMany('OrderItem', 'orders') items!: any[] }
@Entity({ name: 'users', orderBy: { id: 'ASC' } })
export class User { @PrimaryGeneratedColumn() id!: number; @ManyToMany(() => Order) @JoinTable({ name: 'device_credentials', joinColumn: { name: 'users' } }) orders!: Order[] }
@ViewEntity({ expression: `SELECT o.id FROM orders o LEFT JOIN users u ON u.id = o.user_id` })
export class V { }
@Entity({ name: "sessions", schema: "public" }) export class Session {}
@Entity('topics', { schema: 'public' }) export class Topic {}
export const find = (ds: DataSource) => ds.getRepository(Order).createQueryBuilder('orders').leftJoinAndSelect('orders.users', 'users').where('orders.id = :id', { id: 1 }).getMany()
export const raw = (ds: DataSource) => ds.query('SELECT * FROM orders WHERE id = $1', [1])
export const qb = (ds: DataSource) => ds.createQueryBuilder().select('x').from('orders', 'o').innerJoin('users', 'u', 'u.id = o.user_id').getRawMany()
