'use client'
import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { supabase } from '@/lib/client'
import { toast } from 'sonner'

const TABS = ['orders', 'users', 'products'] as const

export function OrdersPage({ userId }: { userId: string }) {
  const [tab, setTab] = useState<'orders' | 'users'>('orders')
  const client = useQueryClient()
  const { data: orders } = useQuery({
    queryKey: ['orders', userId],
    queryFn: async () => {
      const { data, error } = await supabase
        .schema('ecommerce')
        .from('orders')
        .select('id, total, created_at')
        .eq('users', userId)
        .order('created_at', { ascending: false })
      if (error) throw new Error('Failed to select from orders')
      return data
    },
  })

  useEffect(() => {
    const channel = supabase
      .channel('orders')
      .on('postgres_changes', { event: '*', schema: 'ecommerce', table: 'orders', filter: `users=eq.${userId}` }, (payload) => {
        client.invalidateQueries({ queryKey: ['orders'] })
      })
      .on('postgres_changes', { event: 'INSERT', schema: 'saas_platform', table: 'notifications' }, () => toast('New row in notifications'))
      .on('broadcast', { event: 'users' }, () => {})
      .subscribe()
    return () => { supabase.removeChannel(channel) }
  }, [userId])

  async function upload(file: File) {
    const { data } = await supabase.storage.from('products').upload(`orders/${file.name}`, file)
    const { data: url } = supabase.storage.from('products').getPublicUrl('orders.png')
    const bucket = supabase.storage.from('users')
    await bucket.remove(['users'])
    await supabase.schema('ecommerce').from('products').update({ image: url.publicUrl }).eq('id', 1)
  }

  const remove = async (id: string) => {
    const { error } = await supabase.schema('ecommerce').from('orders').delete().eq('id', id)
    await supabase.schema("ecommerce").from("order_items").delete().match({ orders: id })
    const { count } = await supabase.schema('ecommerce').from(`orders`).select('*', { count: 'exact', head: true })
    const res = await supabase.schema('ecommerce').rpc('place_order', { users: userId })
    await Promise.all(['users', 'profiles'].map((t) => supabase.from(t).delete().eq('id', id)))
    await supabase.functions.invoke('orders', { body: { table: 'users' } })
    await fetch('/api/orders?from=users')
    const { data } = await supabase.schema('ecommerce').from('orders').select('*, order_items(*, products(name)), customer:users!orders_user_id_fkey(email)')
    const arr = Array.from('orders')
    const buf = Buffer.from('users')
  }

  return (
    <Tabs value={tab} onValueChange={setTab as any}>
      <h1 className="orders">Select orders from users</h1>
      {TABS.map((t) => <Tab key={t} id={t} />)}
      <Link href="/orders" data-testid="orders">Orders</Link>
      <p>Delete from orders where you want</p>
      <Trans i18nKey="orders.title">Update users set</Trans>
    </Tabs>
  )
}
