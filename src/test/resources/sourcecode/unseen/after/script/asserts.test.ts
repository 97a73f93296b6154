test('SELECT * FROM orders WHERE id = 1', () => {
  expect(sql).toBe('SELECT * FROM ecommerce.orders WHERE id = 1')
  expect(n, 'SELECT * FROM users WHERE id = 1').toBe(1)
  assert.equal(n, 1, 'SELECT * FROM users WHERE id = 1')
  assert(n === 1, 'SELECT * FROM users WHERE id = 1')
  assert.ok(n, 'SELECT * FROM topics WHERE id = 1')
  expect(db.query).toHaveBeenCalledWith('SELECT * FROM ecommerce.products WHERE id = $1', [1])
  const title = 'SELECT USERS FROM LIST'
  t.is(n, 1, 'SELECT * FROM topics WHERE id = 1')
})
