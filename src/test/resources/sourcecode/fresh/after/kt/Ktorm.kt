package com.acme

import org.ktorm.dsl.*
import org.ktorm.entity.*
import org.ktorm.schema.*

interface Customer : Entity<Customer> { val id: Int }

object Customers : Table<Customer>("customer", schema = "saas_platform") {
    val id = int("id").primaryKey().bindTo { it.id }
    val users = varchar("users")
}

open class OrderTable(alias: String?) : Table<Nothing>("orders", alias, schema = "ecommerce") {
    override fun aliased(alias: String) = OrderTable(alias)
    val state = varchar("orders")
}

val Database.customers get() = this.sequenceOf(Customers)
fun names(db: Database) = db.useConnection { c -> c.prepareStatement("select name from saas_platform.customer where id = ?").use { it.executeQuery() } }
