const { Model } = require('objection')

class Order extends Model {
  static get tableName() { return 'ecommerce.orders' }
  static get idColumn() { return 'id' }
  static get relationMappings() {
    return {
      users: { relation: Model.BelongsToOneRelation, modelClass: User, join: { from: 'orders.users', to: 'users.id' } },
      products: {
        relation: Model.ManyToManyRelation,
        modelClass: Product,
        join: { from: 'orders.id', through: { from: 'order_items.orders', to: 'order_items.products' }, to: 'products.id' },
      },
    }
  }
}
class User extends Model {
  static tableName = 'saas_platform.users'
  static get jsonSchema() { return { type: 'object', required: ['orders'], properties: { orders: { type: 'string' } } } }
}
Order.query().withGraphFetched('[users, products]').where('users', 1)
module.exports = { Order, User }
