package shop
import org.jdbi.v3.sqlobject.statement.*
import org.jdbi.v3.core.Jdbi
interface Dao {
    @SqlQuery("select * from orders where id = :id") fun o(id: Long): Any
    @SqlUpdate("insert into users (id) values (:id)") fun u(id: Long)
}
fun go(j: Jdbi) = j.withHandle<Int, Exception> { h -> h.createUpdate("UPDATE orders SET total = 1").execute(); h.createQuery("select count(*) from users").mapTo(Int::class.java).one() }
