package shop;

import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;

@NamedQuery(name = "Order.users", query = "select o from orders o where o.name = :name")
@NamedQueries({
    @NamedQuery(name = "orders", query = "SELECT u FROM users u WHERE u.name = :name"),
    @NamedQuery(name = "users", query = "delete from users u where u.id = 1")
})
class Named {}
