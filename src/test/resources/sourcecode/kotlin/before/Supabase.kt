package a
import io.github.jan.supabase.createSupabaseClient
import io.github.jan.supabase.postgrest.from
import io.github.jan.supabase.postgrest.postgrest
val supabase = createSupabaseClient(url, key) { install(Postgrest) }
suspend fun a() = supabase.from("orders").select().decodeList<Order>()
suspend fun b() = supabase.postgrest["users"].select()
suspend fun c() = supabase.postgrest.from("topics").insert(x)
suspend fun d() = client.postgrest.rpc("place_order")
suspend fun e() = supabase.from("public", "orders").select()
suspend fun f() = supabase.from(schema = "public", table = "orders").select()
suspend fun g() = supabase.storage.from("orders").upload(x)
suspend fun h() = supabase.channel("x").postgresChangeFlow<PostgresAction>(schema = "public") { table = "orders" }
