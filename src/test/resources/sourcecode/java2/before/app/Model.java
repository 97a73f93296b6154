package app;

public final class Model {
    public static final String ORDERS_TABLE = "orders";
    public static final String USERS = "users", TOPICS = "topics";
    public static final String ITEMS = ORDERS_TABLE.isEmpty() ? "" : "order_items";
    public static final String COLUMNS = "id, users";
    public static final String FROM_ORDERS = " from " + ORDERS_TABLE + " o ";

    private Model() {}
}
