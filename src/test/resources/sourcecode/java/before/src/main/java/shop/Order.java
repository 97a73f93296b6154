package shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLRestriction;

/** The orders of users. {@code SELECT * FROM orders} */
@Entity
@Table(name = Order.TABLE)
@SecondaryTable(
        name = "payment_items",
        pkJoinColumns = {})
@NamedQuery(name = "orders.all", query = "select o from Order o, User users")
@NamedNativeQuery(name = "orders", query = "select * from orders where id = ?")
@SQLDelete(sql = "update orders set gone = true where id = ?")
@SQLRestriction("id in (select order_id from order_items)")
@SequenceGenerator(name = "orders", sequenceName = "orders_id_seq")
class Order {
    static final String TABLE = "orders";

    @Id
    long id;

    @ElementCollection
    @CollectionTable(name = "order_items")
    Set<String> items;

    @ManyToMany
    @JoinTable(name = "products", schema = "public", joinColumns = {})
    Set<Product> products;

    @JoinTable(name = "users", schema = "archive")
    Set<Product> archived;

    @Formula("(select count(*) from order_items i where i.order_id = id)")
    int count;

    @Formula("(select max(users) from kept)")
    int users;

    // FROM orders
    String sessions = "orders";
}
