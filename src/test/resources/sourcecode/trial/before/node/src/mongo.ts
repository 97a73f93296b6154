import mongoose, { Schema, model } from 'mongoose'
import { MongoClient } from 'mongodb'
const s = new Schema({ orders: [{ type: Schema.Types.ObjectId, ref: 'users' }] }, { collection: 'orders' })
export const Order = model('orders', s, 'orders')
export const agg = (c: MongoClient) => c.db().collection('users').aggregate([{ $lookup: { from: 'orders', localField: 'users', foreignField: 'id', as: 'orders' } }])
