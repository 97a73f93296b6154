package shop

import jakarta.persistence.Entity
import jakarta.persistence.Id
import jakarta.persistence.Table
import org.jetbrains.exposed.dao.id.IntIdTable
import org.jetbrains.exposed.sql.Table as ExposedTable
import org.springframework.data.jpa.repository.Query
import org.springframework.jdbc.core.JdbcTemplate

/* orders /* FROM users */ FROM orders */
@Entity
@Table(name = "orders", schema = "ecommerce")
class Order(@Id val id: Long, val users: String = "users")

object OrderItems : IntIdTable("ecommerce.order_items") {
    val users = varchar("users", 20)
}

interface Orders {
    @Query("select o from Order o where o.users = :users")
    fun entities(users: String): List<Order>

    @Query(value = "select * from ecommerce.orders where id = :id", nativeQuery = true)
    fun native(id: Long): Order
}

class Jdbc(private val jdbc: JdbcTemplate) {
    companion object {
        private const val TABLE = "orders"
        const val ALL = "select * from ecommerce.$TABLE"
    }

    fun run(id: Long, table: String) {
        jdbc.query("SELECT * FROM ecommerce.$TABLE WHERE id = $id") {}
        jdbc.query("SELECT * FROM $table") {}
        jdbc.execute("""
            DELETE FROM ecommerce.order_items
            WHERE order_id = $id AND text = 'FROM users'
        """.trimIndent())
        jdbc.update("insert into saas_platform.users (name) values (?)", "users")
        jdbc.update("TRUNCATE ecommerce." + TABLE + ", saas_platform.users")
        println("Deleting from orders: ${"SELECT * FROM topics".length}")
    }
}
