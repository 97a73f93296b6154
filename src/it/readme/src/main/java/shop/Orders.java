package shop;

class Orders {
    static final String ALL = "SELECT id FROM orders WHERE user_id = ?";
}
