const { Model } = require('objection')
class User extends Model {
  static get tableName() { return 'saas_platform.users' }
  static get relationMappings() { return { orders: { relation: Model.HasManyRelation, modelClass: Order, join: { from: 'users.id', to: 'orders.user_id' } } } }
}
class Order extends Model { static tableName = 'ecommerce.orders'; static m() { return Order.query().joinRelated('users').where('orders.id', 1) } }
