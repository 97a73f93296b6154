package app;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.springframework.data.jdbc.repository.query.Query;

interface Repository {
    @Query("select * from orders where users = :users")
    Object one();

    @Query("""
            SELECT o.*
            FROM orders o
            WHERE o.id IN (:ids)
            """)
    Object two();

    @SqlQuery("select id from users")
    Object three();
}
