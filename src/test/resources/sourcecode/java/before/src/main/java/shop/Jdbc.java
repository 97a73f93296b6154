package shop;

import java.util.List;
import org.slf4j.Logger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.test.jdbc.JdbcTestUtils;

class Jdbc {
    private static final String ORDERS = "orders";
    private static final String SCHEMA = "public";
    private static final String COLUMNS = "id, users, topics";
    private static final String FROM = " FROM orders o ";
    private static final String COUNT = "select count(*) from " + ORDERS;
    private final JdbcTemplate jdbc = null;
    private Logger log;

    void run(String table, int year, List<String> ids) {
        jdbc.query("SELECT " + COLUMNS + " FROM " + ORDERS + " WHERE id IN (" + ids + ")", rs -> {});
        jdbc.update("delete from users");
        jdbc.update("insert into products (users) values (?)", "users");
        jdbc.queryForObject("select id from public.orders where name = \"users\"", Long.class);
        jdbc.queryForList("SELECT id" + FROM + "WHERE o.id = 1");
        jdbc.execute("TRUNCATE TABLE " + SCHEMA + "." + ORDERS);
        jdbc.execute("TRUNCATE TABLE " + SCHEMA + ".orders");
        jdbc.execute(String.format("SELECT * FROM %s WHERE id = %d", ORDERS, 1));
        jdbc.execute("SELECT * FROM %s o JOIN users u ON u.id = o.%s".formatted(ORDERS, "users"));
        jdbc.execute("SELECT * FROM " + table);
        jdbc.execute("SELECT * FROM orders_" + year);
        jdbc.execute("SELECT * FROM orders" + (year > 0 ? " WHERE x = 1" : ""));
        jdbc.execute(COUNT);
        String sql = "select id, name from topics order by id";
        sql += " limit 1";
        StringBuilder more = new StringBuilder("SELECT * FROM orders o ");
        more.append(" LEFT JOIN order_items i ON i.order_id = o.id ");
        more.append("WHERE o.id IN (").append("SELECT order_id FROM payment_items").append(")");
        new SimpleJdbcInsert(jdbc).withTableName("orders").usingColumns("users");
        new SimpleJdbcInsert(jdbc).withSchemaName("public").withTableName(ORDERS);
        JdbcTestUtils.countRowsInTable(jdbc, "orders");
        JdbcTestUtils.deleteFromTables(jdbc, "orders", "users", "kept");
        JdbcTestUtils.countRowsInTableWhere(jdbc, "orders", "users = 1");
        log.info("Delete from users where the session is old: select * from sessions");
        throw new IllegalStateException("INSERT INTO orders failed");
    }

    void prose() {
        String a = "Unassign from customer";
        String b = "update device_credentials";
        String c = "Select users from the list";
        String d = "select users from organizations, or delete from users";
        String e = "orders";
        String f = "/api/orders/users";
        String g = "users.orders.title";
        String h = "Update orders set by the customer";
        String i = "Choose products from orders";
        String j = "Please select topics from users - optional";
        String k = "delete from users";
        String l = "from Customer c where c.users = ?1";
        String m = "SELECT c FROM Customer c WHERE c.name = :name";
    }
}
