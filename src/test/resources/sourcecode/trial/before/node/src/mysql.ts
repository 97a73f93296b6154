import mysql from 'mysql2/promise'
const pool = mysql.createPool(process.env.MYSQL_URL!)
export const get = () => pool.query('SELECT * FROM users WHERE id = ?', [1])
export const put = () => pool.execute('INSERT INTO orders (id) VALUES (?)', [1])
