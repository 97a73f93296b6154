package shop
import org.jdbi.v3.sqlobject.statement.*
import org.jdbi.v3.core.Jdbi
interface Dao {
    @SqlQuery("select * from ecommerce.orders where id = :id") fun o(id: Long): Any
    @SqlUpdate("insert into saas_platform.users (id) values (:id)") fun u(id: Long)
}
fun go(j: Jdbi) = j.withHandle<Int, Exception> { h -> h.createUpdate("UPDATE ecommerce.orders SET total = 1").execute(); h.createQuery("select count(*) from saas_platform.users").mapTo(Int::class.java).one() }
