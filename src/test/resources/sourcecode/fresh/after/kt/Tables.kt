package com.acme

import org.jetbrains.exposed.dao.id.*
import org.jetbrains.exposed.sql.*
import org.jetbrains.exposed.sql.transactions.*

object Orders : LongIdTable("ecommerce.orders") {
    val users = long("users").references(Users.id)
    val state = varchar("orders", 10)
}

object Users : UUIDTable(name = "saas_platform.users", columnName = "id") {
    val profiles = text("profiles").nullable()
}

object Topics : Table() {
    val id = integer("id")
}

object Products : IntIdTable() {
    val title = text("topics")
}

object Items : Table("ecommerce.order_items") {
    val order = reference("orders", Orders)
    init { index("order_items_idx", false, order) }
}

class ProfileTable : IdTable<Long>("saas_platform.profiles")

fun work() = transaction {
    exec("SELECT * FROM ecommerce.orders WHERE id = 1") { rs -> rs.getString("users") }
    exec("TRUNCATE TABLE saas_platform.users CASCADE")
    (Orders innerJoin Users).selectAll().where { Orders.state eq "orders" }
    val sql = """
        SELECT u.id
        FROM saas_platform.users u
        WHERE u.id IN (SELECT user_id FROM saas_platform.sessions)
    """.trimIndent()
    val alias = Orders.alias("users")
    SchemaUtils.create(Orders, Users)
    val q = "select * from ${Orders.tableName} o join saas_platform.users u on true where o.id = ?"
    logger.info { "Select from orders" }
}
