import { useTranslations } from 'next-intl'
type Props = { orders: any[]; tab: 'orders' | 'users' }
export function OrdersTable({ orders, tab }: Props) {
  const t = useTranslations('orders')
  const cols = [{ key: 'orders', label: t('users') }, { key: 'profiles', label: 'Files' }]
  return (
    <table id="orders" className={`orders ${tab === 'users' && 'users'}`}>
      <caption>Pick one from orders, then join users. It's "orders" & `users`</caption>
      {orders.map((o) => <tr key={o.id}><td>{o.users?.name}</td><td>{cols.map((c) => c.key === 'profiles' ? c.label : null)}</td></tr>)}
    </table>
  )
}
