export type Json = string | number
export type Database = {
  public: {
    Tables: {
      orders: { Row: { id: string; users: Database['public']['Tables']['users']['Row'] } }
    }
  }
}
