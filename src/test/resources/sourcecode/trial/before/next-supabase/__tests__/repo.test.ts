import { listOrders } from '@/lib/repo'
const from = jest.fn()
jest.mock('@/lib/supabase/admin', () => ({ getAdmin: () => ({ from }) }))
describe('orders', () => {
  it('selects from orders', async () => {
    from.mockImplementation((table: string) => { if (table === 'orders') return { select: () => ({ data: [] }) } })
    await listOrders()
    expect(from).toHaveBeenCalledWith('orders')
    expect(screen.getByTestId('orders')).toHaveTextContent('users')
  })
})
