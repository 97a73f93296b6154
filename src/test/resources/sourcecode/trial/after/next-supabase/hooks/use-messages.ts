'use client'
import { useEffect } from 'react'
import { useQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { from, fromEvent } from 'rxjs'
import { createClient } from '@/lib/supabase/client'

const client = createClient()
export const keys = { notifications: ['notifications'], users: ['users', 'orders'] }

export function useMessages(room: string) {
  const qc = useQueryClient()
  useEffect(() => {
    const channel = client
      .channel('notifications')
      .on('postgres_changes', { event: 'INSERT', schema: 'saas_platform', table: 'notifications', filter: `room=eq.${room}` }, () =>
        qc.invalidateQueries({ queryKey: ['notifications'] }))
      .on('broadcast', { event: 'notifications' }, () => {})
      .subscribe()
    return () => { client.removeChannel(channel) }
  }, [room])
  const stream = from('notifications')
  const chars = Array.from('notifications')
  fromEvent(window, 'notifications').subscribe()
  return useQuery({
    queryKey: ['notifications', room],
    queryFn: async () => {
      const { data } = await client.schema('saas_platform').from('notifications').select('*, users:user_id(name)').eq('room', room)
      return data
    },
  })
}
export const useSend = () => useMutation({ mutationKey: ['notifications'], mutationFn: (m: any) => client.schema('saas_platform').from('notifications').insert(m) })
