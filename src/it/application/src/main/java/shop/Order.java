package shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Formula;

@Entity
@Table(name = "orders")
@NamedNativeQuery(name = "Order.drafts", query = "select o.*, 0 as pieces from orders o where o.status = 'draft'", resultClass = Order.class)
public class Order {
    @Id
    Long id;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_items", joinColumns = @JoinColumn(name = "order_id"))
    List<Item> items;

    @Formula("(select coalesce(sum(i.quantity), 0) from order_items i where i.order_id = id)")
    long pieces;

    @Embeddable
    public static class Item {
        Integer quantity;
    }
}
