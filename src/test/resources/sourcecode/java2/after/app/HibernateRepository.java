package app;

import io.micronaut.data.annotation.Query;

interface HibernateRepository {
    @Query("SELECT u FROM User u WHERE u.users = :users")
    Object one();

    @Query(value = "SELECT * FROM saas_platform.users u WHERE u.id = :id", nativeQuery = true)
    Object two();
}
