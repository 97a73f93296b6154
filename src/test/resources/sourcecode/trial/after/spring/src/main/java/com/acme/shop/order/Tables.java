package com.acme.shop.order;
public final class Tables {
    public static final String ORDERS = "orders";
    public static final String USERS = "users";
    public static final String CACHE = "sessions";
    public static final String SELECT_ALL = "SELECT * FROM ecommerce." + ORDERS + " o INNER JOIN saas_platform." + USERS + " u ON u.id = o.user_id ";
    private Tables() {}
}
