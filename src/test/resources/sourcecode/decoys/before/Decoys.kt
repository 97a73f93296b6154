package shop

/** FROM orders */
class Decoys(val users: String = "users") {
    val orders = listOf("orders", "users")
    val route = "/orders/$users"
    val text = "Select $users from orders"
    val label = "Delete from users"
    val many = """
        Select users from the list,
        delete from orders.
    """.trimIndent()
    fun log() = println("SELECT * FROM orders WHERE id = 1")
    fun entity(em: EntityManager) = em.createQuery("select o from orders o where o.users = 1")
}
