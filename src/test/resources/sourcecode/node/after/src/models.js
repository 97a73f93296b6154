const { Sequelize, DataTypes } = require('sequelize')

const Order = sequelize.define('orders', { users: DataTypes.STRING }, { schema: 'ecommerce', tableName: 'orders', timestamps: false })
User.init({}, { schema: "saas_platform", sequelize, tableName: "users" })
