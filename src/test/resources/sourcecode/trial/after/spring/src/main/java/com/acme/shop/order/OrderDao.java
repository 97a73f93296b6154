package com.acme.shop.order;

import java.util.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.*;
import org.springframework.jdbc.core.simple.*;
import org.slf4j.*;

@org.springframework.stereotype.Repository
public class OrderDao {
    private static final Logger log = LoggerFactory.getLogger(OrderDao.class);
    private static final String TABLE = "orders";
    private static final String FIND = "select id, total from ecommerce." + TABLE + " where id = ?";
    private static final String COUNT = String.format("SELECT count(*) FROM ecommerce.%s WHERE user_id = ?", TABLE);
    private static final String INSERT = """
        INSERT INTO ecommerce.orders (id, user_id, search_history)
        VALUES (:id, :user, :search_history)
        ON CONFLICT (id) DO UPDATE SET total = orders.total + 1
        """;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final SimpleJdbcInsert insert;
    private final SimpleJdbcCall call;

    OrderDao(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.insert = new SimpleJdbcInsert(jdbc).withSchemaName("ecommerce").withTableName("orders").usingGeneratedKeyColumns("id");
        this.call = new SimpleJdbcCall(jdbc).withSchemaName("ecommerce").withProcedureName("place_order");
    }

    List<Map<String, Object>> search(Filter f) {
        log.info("selecting from orders where user = {}", f);
        StringBuilder sql = new StringBuilder("SELECT o.*, u.name AS users FROM ecommerce.orders o ");
        sql.append("LEFT JOIN saas_platform.users u ON u.id = o.user_id ");
        if (f.items()) sql.append(" JOIN ecommerce.order_items i ON i.order_id = o.id");
        if (f.paid()) { sql.append(" WHERE EXISTS (SELECT 1 FROM ecommerce.payment_items p WHERE p.order_id = o.id)"); }
        sql.append(" ORDER BY ").append("orders".equals(f.sort()) ? "o.id" : "u.name");
        return jdbc.queryForList(sql.toString());
    }
    int delete(List<Long> ids) {
        String in = String.join(",", Collections.nCopies(ids.size(), "?"));
        return jdbc.update("DELETE FROM ecommerce." + TABLE + " WHERE id IN (" + in + ")", ids.toArray());
    }
    void truncate() {
        for (String t : List.of("orders", "order_items", "payment_items")) jdbc.execute("TRUNCATE TABLE " + t + " CASCADE");
        jdbc.update("truncate table saas_platform.users, saas_platform.sessions restart identity cascade");
        jdbc.execute("ANALYZE ecommerce.orders");
        jdbc.execute("LOCK TABLE ecommerce.orders IN EXCLUSIVE MODE");
        jdbc.execute("NOTIFY orders, 'users'");
        jdbc.execute("LISTEN notifications");
        jdbc.execute("SELECT pg_notify('orders', 'users')");
    }
    boolean exists() {
        return jdbc.queryForObject("SELECT to_regclass('ecommerce.orders') IS NOT NULL", Boolean.class)
            && jdbc.queryForObject("select exists (select 1 from information_schema.tables where table_name = 'orders')", Boolean.class);
    }
    void fail(String m) {
        if (m.equals("orders")) throw new IllegalStateException("Cannot delete from orders: " + m);
        Map<String, String> kinds = Map.of("orders", "users", "profiles", "notifications");
        log.warn("Update orders set failed for " + kinds.get("orders"));
        jdbc.query("select u.id, (select max(s.created_at) from saas_platform.sessions s where s.user_id = u.id) from saas_platform.users u", rs -> {});
    }
    record Filter(boolean items, boolean paid, String sort) {}
}
