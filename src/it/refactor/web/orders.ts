const { data } = await supabase
  .from('orders')
  .select('*')
