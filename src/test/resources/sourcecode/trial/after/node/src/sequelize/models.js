const { Sequelize, DataTypes, Model, QueryTypes } = require('sequelize')
class Order extends Model {}
Order.init({ users: DataTypes.STRING, search_history: { type: DataTypes.STRING, field: 'search_history' } }, { schema: 'ecommerce', sequelize, modelName: 'Order', tableName: 'orders', indexes: [{ name: 'orders' }] })
const User = sequelize.define('User', { sessions: DataTypes.STRING }, { tableName: 'users', schema: 'saas_platform', timestamps: false })
const Topic = sequelize.define('topics', { id: DataTypes.INTEGER }, { freezeTableName: true })
Order.belongsToMany(User, { through: 'device_credentials', as: 'users', foreignKey: 'orders' })
User.hasMany(Order, { foreignKey: { name: 'users', references: { model: 'users', key: 'id' } } })
module.exports.q = () => sequelize.query('SELECT * FROM ecommerce.orders WHERE id = :id', { replacements: { id: 1 }, type: QueryTypes.SELECT })
module.exports.w = { where: sequelize.literal('EXISTS (SELECT 1 FROM ecommerce.payment_items WHERE payment_items.order_id = "Order".id)') }
