import { supabase } from '../lib/client'
jest.mock('../lib/client', () => ({ supabase: { from: jest.fn(), rpc: jest.fn() } }))
describe('orders', () => {
  it('selects from orders', async () => {
    (supabase.from as jest.Mock).mockImplementation((table: string) => {
      if (table === 'orders') return { select: () => ({ data: [] }) }
      switch (table) { case 'users': return {} }
    })
    expect(supabase.from).toHaveBeenCalledWith('orders')
    expect(supabase.rpc).toHaveBeenCalledWith('place_order', { users: 1 })
    expect(screen.getByText('Delete from orders')).toBeVisible()
    await page.goto('/orders'); await page.route('**/rest/v1/orders*', (r) => r.fulfill({ json: [] }))
    nock('http://x').get('/users').reply(200, { orders: [] })
    pool.query.mockResolvedValueOnce({ rows: [] }); expect(pool.query).toHaveBeenCalledWith(expect.stringContaining('FROM orders'), [1])
  })
})
