package app;

import static app.Model.COLUMNS;
import static app.Model.ORDERS_TABLE;

import java.sql.Connection;
import java.util.Map;

class Dao implements Names {
    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + ORDERS_TABLE + " o";
    private static final String JOIN =
            "LEFT JOIN order_items i ON i.order_id = o.id "
                    + "LEFT JOIN " + Model.USERS + " u ON u.id = o.user_id";
    private static final String UPSERT = """
            INSERT INTO orders (id, users) VALUES (:id, :users)
            ON CONFLICT (id) DO UPDATE SET users = excluded.users
            RETURNING id
            """;
    private static final String DYNAMIC = "%s orders %s ON x = y";
    private static final String LOWER = "select o.id from orders o, users u where u.id = o.user_id";

    void run(Connection c, Map<String, Object> filter, boolean desc, String suffix) throws Exception {
        c.prepareStatement("delete from " + PRODUCTS + " where id = ?");
        c.prepareStatement(SELECT + " WHERE o.id = ?").executeQuery();
        c.createStatement().executeQuery("select count(*)" + Model.FROM_ORDERS + "where o.users > 1");
        c.prepareStatement("INSERT INTO " + Names.ALIAS + "(id) VALUES (?)");
        c.prepareStatement("update users set name = ? where id in (select user_id from orders)");
        StringBuilder sql = new StringBuilder();
        sql.append("select o.id ");
        sql.append("from orders o ");
        sql.append(" left join users u on u.id = o.user_id ");
        sql.append(" where 1 = 1");
        if (!filter.isEmpty()) {
            sql.append(" and o.id in (select order_id from order_items)");
        }
        sql.append(desc ? " order by users desc" : " order by users");
        String query = "select id";
        query += " from topics";
        c.prepareStatement("SELECT * FROM " + ORDERS_TABLE + suffix);
        c.prepareStatement("SELECT * FROM " + schema() + ".orders");
        c.prepareCall("{ call place_order(?) }");
        c.prepareCall("select place_order(?)");
        c.prepareStatement(String.join(" ", "SELECT *", "FROM orders", "WHERE users = 1"));
        c.prepareStatement("SELECT 'orders' AS kind, o.users FROM orders o UNION ALL SELECT 'users', u.id FROM users u");
        c.prepareStatement("SELECT nextval('public.orders_id_seq'), currval('users_id_seq')");
        c.prepareStatement("SELECT to_regclass('public.orders'), 'users'::regclass");
        c.prepareStatement("LISTEN orders");
        c.prepareStatement("CREATE TABLE orders_p PARTITION OF orders FOR VALUES IN (1)");
        c.prepareStatement("CREATE TEMP TABLE users AS SELECT * FROM orders");
        c.prepareStatement("SELECT * FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'orders'");
        new CopyManager(c).copyIn("COPY orders (id) FROM STDIN");
    }

    void first(Connection c) throws Exception {
        String table = "orders";
        String name = "users";
        c.prepareStatement("DELETE FROM " + table);
        c.prepareStatement("DELETE FROM " + name);
    }

    void second(Connection c, String table) throws Exception {
        c.prepareStatement("TRUNCATE " + table);
    }
}
