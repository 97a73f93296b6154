package com.acme.shop.order;

import org.springframework.data.jpa.repository.*;
import org.springframework.data.repository.query.Param;
import java.util.*;

public interface OrderRepository extends JpaRepository<Order, Long> {
    @Query("select o from Order o where o.users = :users")
    List<Order> byUsers(@Param("users") Users users);
    @Query("SELECT o.id FROM orders o WHERE o.total > 1")
    List<Long> entityNamedOrders();
    @Query(value = "SELECT * FROM ecommerce.orders WHERE user_id = :users", countQuery = "SELECT count(*) FROM ecommerce.orders WHERE user_id = :users", nativeQuery = true)
    List<Order> nativeOnes(@Param("users") Long users);
    @Modifying @Query(nativeQuery = true, value = "update ecommerce.orders set total = 0 where id in (select order_id from ecommerce.payment_items)")
    int reset();
    @NativeQuery("SELECT * FROM saas_platform.users u, saas_platform.profiles p WHERE p.user_id = u.id")
    List<Object[]> pairs();
    @EntityGraph(attributePaths = {"users", "orders"}) List<Order> findAllByOrderById();
}
