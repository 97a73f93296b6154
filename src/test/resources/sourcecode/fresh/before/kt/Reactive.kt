package com.acme

import io.quarkus.hibernate.orm.panache.kotlin.*
import jakarta.persistence.*
import org.springframework.data.r2dbc.core.*
import org.springframework.data.relational.core.mapping.Table
import org.springframework.data.r2dbc.repository.Query
import org.springframework.data.repository.kotlin.CoroutineCrudRepository
import org.springframework.r2dbc.core.*

@Table("sessions")
data class Session(val id: Long, val users: Long)

interface SessionRows : CoroutineCrudRepository<Session, Long> {
    @Query("SELECT * FROM sessions WHERE users = :user AND id IN (SELECT id FROM profiles)")
    fun byUser(user: Long): List<Session>

    @Query("""DELETE FROM sessions s USING users u WHERE u.id = s.users""")
    suspend fun clean()
}

class Store(private val client: DatabaseClient, private val template: R2dbcEntityTemplate) {
    suspend fun all() = client.sql("SELECT id, users FROM sessions WHERE id > :id").bind("id", 1).fetch().all()
    suspend fun add() = client.sql { "INSERT INTO sessions (id) VALUES ($1)" }.then()
    fun insert() = template.insert(Session::class.java).into("sessions").using(Session(1, 2))
    fun select() = template.select(Session::class.java).from("sessions").all()
    fun conn(c: io.r2dbc.spi.Connection) = c.createStatement("SELECT * FROM users WHERE id = $1").execute()
    fun vertx(p: io.vertx.sqlclient.Pool) = p.preparedQuery("SELECT * FROM products WHERE id=$1").execute()
}

@Entity
@jakarta.persistence.Table(name = "products")
@Cacheable
class Product : PanacheEntity() {
    lateinit var name: String
    companion object : PanacheCompanion<Product> {
        fun named(n: String) = find("from Product where name = ?1 and users = 1", n)
        fun del() = delete("orders", 1)
        fun nat() = getEntityManager().createNativeQuery("select * from products")
    }
}

class QOrders : RelationalPathBase<Any>(Any::class.java, forVariable("orders"), "public", "orders")
class QUsers(v: String) : RelationalPathBase<QUsers>(QUsers::class.java, v, "public", "users")
