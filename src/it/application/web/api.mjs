import pg from 'pg'

const pool = new pg.Pool({ max: 1, allowExitOnIdle: true })

/** Answers requests for rows as PostgREST does: the path names the relation, a header its schema. */
export async function answer(input, init) {
  const url = new URL(input.url ?? input)
  const relation = url.pathname.split('/').pop()
  const schema = new Headers(init?.headers).get('accept-profile') ?? 'public'
  const columns = url.searchParams.get('select') ?? '*'
  const limit = url.searchParams.get('limit')
  const filters = [...url.searchParams].filter(([name]) => name !== 'select' && name !== 'limit')
  const where = filters.map(([name], i) => `${pg.escapeIdentifier(name)}::text = $${i + 1}`).join(' AND ')
  const sql =
    `SELECT ${columns} FROM ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(relation)}` +
    (where && ` WHERE ${where}`) +
    (limit ? ` LIMIT ${limit}` : '')
  try {
    const { rows } = await pool.query(sql, filters.map(([, value]) => value.replace('eq.', '')))
    return Response.json(rows)
  } catch (error) {
    return Response.json({ code: error.code, message: error.message }, { status: 404 })
  }
}
