package shop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {
    @Query("select o from Order o where o.pieces > :pieces order by o.id")
    List<Order> withMoreThan(long pieces);

    @Query(
            value =
                    """
                    SELECT count(*)
                      FROM orders o
                      JOIN order_items i ON i.order_id = o.id
                      JOIN products p ON p.id = i.product_id
                     WHERE p.name LIKE :name
                    """,
            nativeQuery = true)
    long countByProduct(String name);
}
