import { Entity, ObjectIdColumn, Column } from 'typeorm'
@Entity('notifications')
export class Message { @ObjectIdColumn() id!: any; @Column() users!: string }
