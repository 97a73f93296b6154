using Dapper;
using Npgsql;
namespace Shop;
public class Repo
{
    private const string Table = "orders";
    const string Sql = @"SELECT o.*
        FROM orders o
        INNER JOIN users u ON u.id = o.user_id
        WHERE o.id = @id";
    public async Task Run(NpgsqlConnection c, ILogger log)
    {
        await c.QueryAsync<Order>("select * from orders where id = @id", new { id = 1 });
        await c.ExecuteAsync($"DELETE FROM {Table} WHERE id = @id");
        await c.ExecuteAsync("insert into search_history (id, users) values (@id, @users)", new { users = "orders" });
        using var cmd = new NpgsqlCommand("UPDATE recommendations SET total = 1 WHERE id = 1", c);
        cmd.CommandText = "SELECT * FROM payment_items WHERE id = 1";
        var sql = """
            SELECT * FROM profiles p
            WHERE p.name = 'users'
            """;
        using var w = c.BeginBinaryImport("COPY notifications (id) FROM STDIN (FORMAT BINARY)");
        log.LogInformation("select * from orders where {Users}", 1);
        log.LogError("Delete from users {Orders}", 2);
        var sb = new StringBuilder();
        sb.Append("SELECT * FROM products p ");
        sb.AppendLine("LEFT JOIN recommendations c ON c.post_id = p.id");
        await new SqlKata.Query("orders").Join("users", "users.id", "orders.user_id").GetAsync();
        await hub.Clients.Group("users").SendAsync("notifications", "orders");
        cache.GetString("sessions"); bus.Publish("orders"); throw new Exception("delete from users where id = 1");
    }
}
