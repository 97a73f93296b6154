import express from 'express'
import { Server } from 'socket.io'
import { Queue, Worker } from 'bullmq'
import { Client } from '@elastic/elasticsearch'
import { EventEmitter, once } from 'events'
import { from, of } from 'rxjs'
import { Kafka } from 'kafkajs'
import i18n from 'i18next'
const app = express()
const search_history = new EventEmitter()
app.use('/users', express.static('profiles'))
app.get('/orders/:id', (req, res) => res.render('orders', { users: req.query.users, title: i18n.t('orders') }))
new Server().on('connection', (socket) => { socket.on('notifications', (m) => socket.broadcast.emit('notifications', m)); socket.join('topics') })
const q = new Queue('orders'); new Worker('orders', async (job) => { if (job.name === 'users') search_history.emit('users', job.data) })
q.add('users', { table: 'orders' })
from('notifications').subscribe(console.log); of('users').subscribe()
search_history.on('users', () => console.log('select * from users'))
const kafka = new Kafka({ clientId: 'orders', brokers: [] }); kafka.producer().send({ topic: 'orders', notifications: [{ value: 'users' }] })
const redis: any = null; redis.set('sessions', 'users'); redis.publish('orders', JSON.stringify({ event: 'users', from: 'orders' }))
const es: any = null; es.search({ index: 'products', body: { query: { match: { topics: 'products' } } } }); es.sql.query({ query: 'SELECT * FROM products WHERE x = 1' })
const typeDefs = `#graphql
  type Query { users: [User] orders(from: String): [Order] }
  extend type Mutation { update: Boolean }
`
const query = gql`query Users { users { id orders { id } } }`
const yup = { users: Joi.string().valid('orders', 'users'), table: 'orders' }
const re = /^(?:select|delete) .* from orders$/i
const html = '<select name="users"><option value="orders">from orders</option></select>'
const s3: any = null; s3.putObject({ Bucket: 'profiles', Key: 'orders/users' })
const dynamo: any = null; dynamo.get({ TableName: 'users', Key: { id: 1 } })
const acl = { resource: 'orders', action: 'update', roles: ['users'] }
it('selects users from orders', () => { cy.get('[data-cy=orders]').contains('users') })
