using Microsoft.Data.Sqlite;
public class Local { void R(SqliteConnection c) { c.Execute("SELECT * FROM notifications WHERE id = 1"); } }
