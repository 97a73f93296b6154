const { Sequelize, DataTypes } = require('sequelize')

const Order = sequelize.define('orders', { users: DataTypes.STRING }, { tableName: 'orders', timestamps: false })
User.init({}, { sequelize, tableName: "users" })
