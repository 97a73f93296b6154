package shop
import org.springframework.data.annotation.Id
import org.springframework.data.relational.core.mapping.Table
import org.springframework.data.jdbc.repository.query.Query
import org.springframework.data.repository.CrudRepository
@Table(value = "users", schema = "saas_platform") data class User(@Id val id: Long, val sessions: List<String> = listOf("sessions"))
@Table(name = "profiles", schema = "saas_platform") data class Profile(@Id val id: Long)
data class Teams(@Id val id: Long)
interface UserRepo : CrudRepository<User, Long> {
    @Query("""
        SELECT u.* FROM saas_platform.users u
        JOIN saas_platform.profiles p ON p.user_id = u.id
        WHERE u.name = :name
    """)
    fun byName(name: String): List<User>
    @Query("delete from saas_platform.sessions where user_id = :id") fun end(id: Long)
}
