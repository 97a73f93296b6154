'use server'
import { revalidatePath, revalidateTag } from 'next/cache'
import { createClient } from '@/lib/supabase/server'
import { z } from 'zod'

const schema = z.object({ products: z.string(), topics: z.array(z.string()) })

export async function createPost(form: FormData) {
  const supabase = await createClient()
  const parsed = schema.parse({ products: form.get('products'), topics: form.getAll('topics') })
  const { error } = await supabase.from('products').insert({ body: parsed.products, topics: parsed.topics })
  if (error) return { error: `Insert into products failed: ${error.message}` }
  revalidatePath('/products')
  revalidateTag('products')
}

export async function removePost(id: string) {
  const client = await createClient()
  await client.from('recommendations').delete().eq('post_id', id)
  await client.from('products').delete().eq('id', id)
  const { data } = await client.rpc('place_order', { q: 'products' })
  return data
}

export async function attach(id: string, file: File) {
  const supabase = await createClient()
  const bucket = supabase.storage
  const profiles = bucket.from('profiles')
  await profiles.upload(`products/${id}`, file)
  const { data } = bucket.from('profiles').getPublicUrl('profiles/' + id)
  await supabase.storage
    .from('profiles')
    .update('products/x', file)
  const { storage } = supabase
  storage.from('profiles').update('x', file)
  await (await createClient()).from('profiles').insert({ post_id: id, url: data.publicUrl })
  await (await createClient()).storage.from('profiles').upload('notifications', file)
}
