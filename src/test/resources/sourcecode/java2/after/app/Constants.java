package app;

interface Names {
    String PRODUCTS = "products";
    String ALIAS = Model.ORDERS_TABLE;
}
