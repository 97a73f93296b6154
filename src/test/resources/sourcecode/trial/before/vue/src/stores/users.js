import { defineStore } from 'pinia'
import { db } from '@/lib/supabase'
export const useUsers = defineStore('users', {
  state: () => ({ users: [], orders: 'orders' }),
  actions: {
    async fetch() { const { data } = await db.from('users').select(); this.users = data },
    async remove(id) { await db.from('users').delete().match({ id }); this.$emit('users') },
  },
})
