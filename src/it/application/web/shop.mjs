import pg from 'pg'
import { supabase } from './client.mjs'
import { TABLES } from './tables.mjs'

const pool = new pg.Pool({ max: 1, allowExitOnIdle: true })

/** @param topics how many topics */
export async function topTopics(topics) {
  const { data, error } = await supabase
    .from('topics')
    .select('id, slug')
    .limit(topics)
  if (error) throw new Error(error.message)
  return data
}

export async function flagsOfKnownTable() {
  const { data, error } = await supabase.from(TABLES.FLAGS).select('key')
  if (error) throw new Error(error.message)
  return data
}

export async function activeUsers() {
  const { data, error } = await supabase.from("simple_users").select('id').eq('is_active', true)
  if (error) throw new Error(error.message)
  return data
}

export async function productsBySql() {
  const { rows } = await pool.query('SELECT p.name FROM products p WHERE p.name <> $1 ORDER BY p.id', ['products'])
  return rows
}

export async function ordersByTemplate(limit = 3) {
  const { rows } = await pool.query(`
    SELECT o.id, count(*) AS order_items
      FROM orders o
      JOIN order_items i ON i.order_id = o.id
     GROUP BY o.id
     LIMIT ${Number(limit)}`)
  return rows
}
