package shop;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long> {
    @Query("select c from customer c")
    void entities();

    @Query("from users")
    void more();

    @Query(value = "select * from ecommerce.orders o join saas_platform.users u on u.id = o.user_id where o.id = :id", nativeQuery = true)
    Order one(long id);

    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT *
                    FROM
                        ecommerce.orders o
                    WHERE o.state = 'FROM users'
                    """,
            countQuery = "select count(*) from ecommerce.orders")
    Order other();

    @Query(value = "select users from ecommerce." + Order.TABLE + " where x = 1", nativeQuery = true)
    Order third();
}
