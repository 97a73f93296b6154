package shop.android
import androidx.room.*
@Entity(tableName = "notifications") data class Message(@PrimaryKey val id: Long, val users: String)
@Entity data class Users(@PrimaryKey val id: Long)
@Dao interface MessageDao {
    @Query("SELECT * FROM notifications WHERE users = :users") fun all(users: String): List<Message>
    @Query("DELETE FROM notifications") fun clear()
    @Query("UPDATE users SET name = :name WHERE id = :id") fun rename(id: Long, name: String)
}
