supabase.schema('ecommerce').from('orders').select()
