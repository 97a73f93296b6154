import { Redis } from 'ioredis'
import { MongoClient } from 'mongodb'
import { Kafka } from 'kafkajs'
import { Client } from '@elastic/elasticsearch'
import { getFirestore, collection } from 'firebase/firestore'
const redis = new Redis()
const mongo = new MongoClient('mongodb://x')
export const users = () => redis.get('users')
export const orders = () => redis.hset('orders', 'users', '1')
export const m = () => mongo.db('shop').collection('orders').find({ users: 1 })
export const k = (kafka: Kafka) => kafka.consumer({ groupId: 'orders' }).subscribe({ topic: 'orders', fromBeginning: true })
export const e = (c: Client) => c.search({ index: 'products', query: { match: { topics: 'products' } } })
export const f = () => collection(getFirestore(), 'users')
export const sse = (io: any) => io.on('connection', (socket: any) => { socket.on('notifications', () => {}); socket.join('users'); io.to('users').emit('notifications', 'orders') })
