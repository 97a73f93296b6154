import { pgTableCreator, pgTable as table } from 'drizzle-orm/pg-core'
export const users = table('users', { id: serial('id') })
