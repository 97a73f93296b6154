import type { PageServerLoad, Actions } from './$types'
export const load: PageServerLoad = async ({ locals: { supabase, safeGetSession }, params, depends }) => {
  depends('supabase:db:orders')
  const { data: topics } = await supabase.from('topics').select('id, products(id, recommendations(id))').order('id')
  const { data } = await supabase
    .from('notifications')
    // newest first, from notifications
    .select('*')
    .returns<{ users: string }[]>()
  return { topics, notifications: data }
}
export const actions: Actions = {
  orders: async ({ request, locals }) => { const f = await request.formData(); await locals.supabase.from('orders').insert({ users: f.get('users') }) },
}
