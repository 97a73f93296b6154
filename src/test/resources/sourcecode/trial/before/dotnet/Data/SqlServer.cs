using Microsoft.Data.SqlClient;
public class Legacy { void R(SqlConnection c) { var x = new SqlCommand("SELECT * FROM users WHERE id = 1", c); } }
