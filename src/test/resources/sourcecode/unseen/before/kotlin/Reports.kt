class Reports(private val jdbc: JdbcTemplate) {
    fun count() = jdbc.queryForObject("SELECT count(*) FROM %s WHERE id = %d".format("topics", 1), Int::class.java)
    fun sum(from: String) = jdbc.query(String.format("SELECT * FROM %s o " + "JOIN %s u ON o.id = u.id", "orders", "users"))
    fun say() = println("DELETE FROM %s WHERE id = 1".format("orders"))
}
