import { PostgrestClient } from '@supabase/postgrest-js'
import { answer } from './api.mjs'

/** What supabase-js asks for rows with; the rest of it is not needed here. */
export const supabase = new PostgrestClient('http://localhost/rest/v1', { fetch: answer })
