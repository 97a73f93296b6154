export type Json = string | number | null
export type Database = {
  public: {
    Tables: {
      orders: { Row: { id: number; users: number }; Relationships: [{ foreignKeyName: "orders_users_fkey"; referencedRelation: "users" }] }
    }
    Functions: { place_order: { Args: { users: number }; Returns: number } }
  }
}
