const from = vi.fn((table: string) => {
  if (table === 'orders') return query
})
expect(supabase.from).toHaveBeenCalledWith('users')
const supabase = { from }
