package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders")
class Order {
    static final String SQL = "SELECT * FROM orders WHERE note = 'from orders'";
}
