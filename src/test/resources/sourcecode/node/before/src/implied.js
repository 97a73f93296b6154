const { DataTypes, Model } = require('sequelize')
const Order = sequelize.define('Order', { id: DataTypes.INTEGER })
class Topic extends Model {}
Topic.init({ id: 1 }, { sequelize, modelName: 'topic' })
const U = sequelize.define('users', {}, { freezeTableName: true })
const P = sequelize.define('profile', {}, { tableName: 'profiles' })
User.init({}, { sequelize })
