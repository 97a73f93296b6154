package app;

import static app.Model.COLUMNS;
import static app.Model.ORDERS_TABLE;

import java.sql.Connection;
import java.util.Map;

class Dao implements Names {
    private static final String SELECT = "SELECT " + COLUMNS + " FROM ecommerce." + ORDERS_TABLE + " o";
    private static final String JOIN =
            "LEFT JOIN ecommerce.order_items i ON i.order_id = o.id "
                    + "LEFT JOIN saas_platform." + Model.USERS + " u ON u.id = o.user_id";
    private static final String UPSERT = """
            INSERT INTO ecommerce.orders (id, users) VALUES (:id, :users)
            ON CONFLICT (id) DO UPDATE SET users = excluded.users
            RETURNING id
            """;
    private static final String DYNAMIC = "%s orders %s ON x = y";
    private static final String LOWER = "select o.id from ecommerce.orders o, saas_platform.users u where u.id = o.user_id";

    void run(Connection c, Map<String, Object> filter, boolean desc, String suffix) throws Exception {
        c.prepareStatement("delete from ecommerce." + PRODUCTS + " where id = ?");
        c.prepareStatement(SELECT + " WHERE o.id = ?").executeQuery();
        c.createStatement().executeQuery("select count(*)" + Model.FROM_ORDERS + "where o.users > 1");
        c.prepareStatement("INSERT INTO ecommerce." + Names.ALIAS + "(id) VALUES (?)");
        c.prepareStatement("update saas_platform.users set name = ? where id in (select user_id from ecommerce.orders)");
        StringBuilder sql = new StringBuilder();
        sql.append("select o.id ");
        sql.append("from ecommerce.orders o ");
        sql.append(" left join saas_platform.users u on u.id = o.user_id ");
        sql.append(" where 1 = 1");
        if (!filter.isEmpty()) {
            sql.append(" and o.id in (select order_id from ecommerce.order_items)");
        }
        sql.append(desc ? " order by users desc" : " order by users");
        String query = "select id";
        query += " from ai_services.topics";
        c.prepareStatement("SELECT * FROM " + ORDERS_TABLE + suffix);
        c.prepareStatement("SELECT * FROM " + schema() + ".orders");
        c.prepareCall("{ call ecommerce.place_order(?) }");
        c.prepareCall("select ecommerce.place_order(?)");
        c.prepareStatement(String.join(" ", "SELECT *", "FROM ecommerce.orders", "WHERE users = 1"));
        c.prepareStatement("SELECT 'orders' AS kind, o.users FROM ecommerce.orders o UNION ALL SELECT 'users', u.id FROM saas_platform.users u");
        c.prepareStatement("SELECT nextval('public.orders_id_seq'), currval('users_id_seq')");
        c.prepareStatement("SELECT to_regclass('ecommerce.orders'), 'saas_platform.users'::regclass");
        c.prepareStatement("LISTEN orders");
        c.prepareStatement("CREATE TABLE orders_p PARTITION OF ecommerce.orders FOR VALUES IN (1)");
        c.prepareStatement("CREATE TEMP TABLE users AS SELECT * FROM ecommerce.orders");
        c.prepareStatement("SELECT * FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'orders'");
        new CopyManager(c).copyIn("COPY ecommerce.orders (id) FROM STDIN");
    }

    void first(Connection c) throws Exception {
        String table = "orders";
        String name = "users";
        c.prepareStatement("DELETE FROM " + table);
        c.prepareStatement("DELETE FROM saas_platform." + name);
    }

    void second(Connection c, String table) throws Exception {
        c.prepareStatement("TRUNCATE " + table);
    }
}
