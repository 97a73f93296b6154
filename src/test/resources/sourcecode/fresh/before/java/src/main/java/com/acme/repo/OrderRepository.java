package com.acme.repo;

import com.acme.domain.PurchaseOrder;
import java.util.List;
import org.springframework.cache.annotation.*;
import org.springframework.data.jpa.repository.*;
import org.springframework.data.repository.query.Param;

public interface OrderRepository extends JpaRepository<PurchaseOrder, Long> {
    String ACTIVE = "select o.* from orders o where o.state = 'ACTIVE' ";

    @Query("select o from orders o join fetch o.users u where u.id = :id")
    List<PurchaseOrder> findForUser(@Param("id") Long id);

    @Query("SELECT p FROM Products p, users u WHERE p.owner = u")
    List<Object> jpql();

    @Query(value = "SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE u.email = ?1", nativeQuery = true)
    List<PurchaseOrder> findByEmail(String email);

    @Query(
            value = """
                    SELECT *
                    FROM orders
                    WHERE id IN (SELECT order_id FROM order_items WHERE product_id = :product)
                    ORDER BY created_at
                    """,
            countQuery = "SELECT count(*) FROM orders",
            nativeQuery = true)
    List<PurchaseOrder> page(@Param("product") Long product);

    @NativeQuery("select * from orders where id = :id")
    PurchaseOrder one(Long id);

    @NativeQuery(value = ACTIVE + "and o.user_id in (select id from users)", sqlResultSetMapping = "orders")
    List<PurchaseOrder> active();

    @Modifying
    @Query("update orders o set o.state = 'DONE'")
    int finish();

    @Modifying
    @Query(nativeQuery = true, value = "delete from orders where created_at < now() - interval '1 year'")
    int clean();

    @Cacheable("orders")
    @EntityGraph(attributePaths = {"users", "products"})
    List<PurchaseOrder> findAllBy();

    @Procedure("place_order")
    Long place(Long user);

    @Procedure(procedureName = "place_order")
    Long place2(Long user);

    @Query(value = "select place_order(:user)", nativeQuery = true)
    Long place3(Long user);
}
