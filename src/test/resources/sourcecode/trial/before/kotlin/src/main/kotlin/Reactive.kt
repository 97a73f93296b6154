package shop
import org.springframework.r2dbc.core.DatabaseClient
class Reactive(private val client: DatabaseClient) {
    companion object { const val TABLE = "orders"; private const val COLS = "id, users" }
    fun all() = client.sql("SELECT $COLS FROM $TABLE WHERE id = :id").bind("id", 1).fetch()
    fun one(id: Long) = client.sql("select * from users where id = $id")
    fun two(t: String) = client.sql("SELECT * FROM $t JOIN orders o ON true WHERE x = 1")
    val routes = router { GET("/users") { ok() }; "/orders".nest { GET("users") } }
    fun key(id: Long) = "users:$id:orders"
}
