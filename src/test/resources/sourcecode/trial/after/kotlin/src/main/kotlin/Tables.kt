package shop
import org.jetbrains.exposed.sql.*
import org.jetbrains.exposed.dao.id.*
object Orders : LongIdTable("ecommerce.orders") { val search_history = varchar("search_history", 20); val userId = reference("users", Users) }
object Users : IntIdTable(name = "saas_platform.users", columnName = "id") { val sessions = text("sessions") }
object Payments : Table() { val id = long("id") }
object OrderItems : UUIDTable("ecommerce.order_items") { val products = text("products").index("orders") }
object Carts : Table("ai_services.recommendations") {
    val id = integer("id")
    override val primaryKey = PrimaryKey(id, name = "recommendations")
}
fun raw() = transaction { exec("SELECT * FROM ecommerce.orders") { }; exec("TRUNCATE TABLE saas_platform.users") }
fun log(users: String) = println("select * from $users where orders")
