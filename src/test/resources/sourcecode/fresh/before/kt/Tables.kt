package com.acme

import org.jetbrains.exposed.dao.id.*
import org.jetbrains.exposed.sql.*
import org.jetbrains.exposed.sql.transactions.*

object Orders : LongIdTable("orders") {
    val users = long("users").references(Users.id)
    val state = varchar("orders", 10)
}

object Users : UUIDTable(name = "users", columnName = "id") {
    val profiles = text("profiles").nullable()
}

object Topics : Table() {
    val id = integer("id")
}

object Products : IntIdTable() {
    val title = text("topics")
}

object Items : Table("public.order_items") {
    val order = reference("orders", Orders)
    init { index("order_items_idx", false, order) }
}

class ProfileTable : IdTable<Long>("profiles")

fun work() = transaction {
    exec("SELECT * FROM orders WHERE id = 1") { rs -> rs.getString("users") }
    exec("TRUNCATE TABLE users CASCADE")
    (Orders innerJoin Users).selectAll().where { Orders.state eq "orders" }
    val sql = """
        SELECT u.id
        FROM users u
        WHERE u.id IN (SELECT user_id FROM sessions)
    """.trimIndent()
    val alias = Orders.alias("users")
    SchemaUtils.create(Orders, Users)
    val q = "select * from ${Orders.tableName} o join users u on true where o.id = ?"
    logger.info { "Select from orders" }
}
