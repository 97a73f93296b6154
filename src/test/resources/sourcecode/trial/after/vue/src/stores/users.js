import { defineStore } from 'pinia'
import { db } from '@/lib/supabase'
export const useUsers = defineStore('users', {
  state: () => ({ users: [], orders: 'orders' }),
  actions: {
    async fetch() { const { data } = await db.schema('saas_platform').from('users').select(); this.users = data },
    async remove(id) { await db.schema('saas_platform').from('users').delete().match({ id }); this.$emit('users') },
  },
})
