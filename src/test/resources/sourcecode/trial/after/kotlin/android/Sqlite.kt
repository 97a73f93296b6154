package shop.android
import android.database.sqlite.SQLiteDatabase
import android.database.sqlite.SQLiteOpenHelper
class Db(c: Context) : SQLiteOpenHelper(c, "orders", null, 1) {
    override fun onCreate(db: SQLiteDatabase) { db.execSQL("CREATE TABLE users (id INTEGER PRIMARY KEY)") }
    fun users() = readableDatabase.rawQuery("SELECT * FROM users WHERE id = ?", arrayOf("1"))
    fun del() = writableDatabase.delete("orders", "users = ?", arrayOf("1"))
}
