import Database from 'better-sqlite3'
const db = new Database('notifications.db')
export const get = () => db.prepare('SELECT * FROM notifications WHERE id = ?').get(1)
export const put = () => db.exec('DELETE FROM users WHERE id = 1')
