import { pgSchema, pgTableCreator, pgTable as table } from 'drizzle-orm/pg-core'
export const users = pgSchema('saas_platform').table('users', { id: serial('id') })
