const { DataTypes, Model, QueryTypes } = require('sequelize')
module.exports = (sequelize) => {
  const User = sequelize.define('users', { orders: DataTypes.INTEGER }, { timestamps: false })
  const Order = sequelize.define('Order', { users: { type: DataTypes.INTEGER, references: { model: 'users', key: 'id' } } }, { schema: 'ecommerce', tableName: 'orders' })
  class Product extends Model {}
  Product.init({ topics: DataTypes.STRING }, { schema: 'ecommerce', sequelize, modelName: 'product', tableName: 'products', indexes: [{ name: 'orders', fields: ['users'] }] })
  Order.belongsToMany(Product, { through: 'order_items', as: 'products', foreignKey: 'orders' })
  User.hasMany(Order, { as: 'orders', foreignKey: 'users' })
  Order.findAll({ include: ['users', { model: Product, as: 'products' }], order: [['users', 'ASC']] })
  return {
    q: () => sequelize.query('SELECT * FROM ecommerce.orders WHERE users = :users', { replacements: { users: 1 }, type: QueryTypes.SELECT }),
    l: () => Order.findAll({ attributes: { include: [[sequelize.literal('(SELECT COUNT(*) FROM ecommerce.order_items WHERE order_items.orders = "Order".id)'), 'products']] } }),
    b: () => sequelize.getQueryInterface().bulkDelete('users', null, {}),
    c: () => sequelize.getQueryInterface().bulkInsert({ schema: 'saas_platform', tableName: 'users' }, []),
  }
}
