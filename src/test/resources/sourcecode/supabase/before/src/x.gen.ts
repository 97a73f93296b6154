supabase.from('orders').select()
