import * as SQLite from 'expo-sqlite'
import { supabase } from './supabase'
const db = SQLite.openDatabaseSync('notifications.db')
export const cached = () => db.getAllAsync('SELECT * FROM notifications WHERE id > ?', [1])
export const clear = () => db.execAsync('DELETE FROM notifications; DELETE FROM users;')
export const sync = async () => { const { data } = await supabase.schema('saas_platform').from('notifications').select('*'); return data }
