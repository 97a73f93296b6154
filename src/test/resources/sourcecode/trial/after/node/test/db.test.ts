import { pool } from '../src/pg/dao'
beforeEach(async () => { await pool.query('TRUNCATE ecommerce.orders, saas_platform.users RESTART IDENTITY CASCADE') })
test('users', async () => { expect(pool.query).toHaveBeenCalledWith('SELECT * FROM ecommerce.orders WHERE id = $1', [1]); expect('orders').toBe('orders') })
