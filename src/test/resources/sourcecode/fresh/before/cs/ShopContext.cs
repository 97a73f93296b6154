using System.ComponentModel.DataAnnotations.Schema;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shop;

[Table("orders")]
[Index(nameof(Users), Name = "orders_users")]
public class Order
{
    [Column("users")] public int Users { get; set; }
    [ForeignKey("users")] public User? User { get; set; }
    [JsonPropertyName("orders")] public string? Name { get; set; }
}

[Table("users", Schema = "public")]
public class User { public ICollection<Order> Orders { get; set; } = new List<Order>(); }

public class ShopContext : DbContext
{
    public DbSet<Order> orders => Set<Order>();
    public DbSet<Product> products { get; set; }
    public DbSet<Topic> Topics { get; set; }

    protected override void OnModelCreating(ModelBuilder b)
    {
        b.Entity<Product>().ToTable("products");
        b.Entity<Topic>(e =>
        {
            e.ToTable("topics", t => t.HasComment("select from topics"));
            e.HasKey(x => x.Id).HasName("topics");
            e.Property(x => x.Users).HasColumnName("users");
            e.HasMany(x => x.Orders).WithMany().UsingEntity(j => j.ToTable("order_items"));
            e.HasMany(x => x.Users2).WithMany().UsingEntity("recommendations");
        });
        b.Entity<Session>().ToTable("sessions", "public");
        b.Entity<Report>().HasNoKey().ToView("profiles").ToSqlQuery("SELECT * FROM users");
        b.Entity<Audit>().ToTable("orders", "audit");
        b.HasDbFunction(typeof(ShopContext).GetMethod(nameof(Place))!).HasName("place_order");
        b.HasSequence<int>("orders_seq");
    }

    public void Run(NpgsqlConnection conn, string name)
    {
        var a = orders.FromSqlRaw("SELECT * FROM orders WHERE users = {0}", 1).ToList();
        var c = orders.FromSqlInterpolated($"SELECT * FROM orders WHERE users = {name}").ToList();
        var d = Set<User>().FromSql($"SELECT * FROM users WHERE id = {name}");
        Database.ExecuteSqlRaw("TRUNCATE TABLE orders, \"users\" CASCADE");
        Database.ExecuteSql($"delete from sessions where users = {name}");
        var n = Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM topics").Single();
        var e = conn.Query<Order>("SELECT * FROM orders WHERE id = @id", new { id = 1 });
        var f = conn.QuerySingleOrDefault<User>(@"
            SELECT u.*, p.""users""
            FROM users u
            LEFT JOIN ""profiles"" p ON p.id = u.id");
        conn.Execute("INSERT INTO orders (users) VALUES (@Users)", new { Users = 1 });
        using var cmd = new NpgsqlCommand("SELECT place_order(@u)", conn);
        using var cmd2 = conn.CreateCommand();
        cmd2.CommandText = "UPDATE users SET orders = @o";
        cmd2.CommandText = """
            DELETE FROM notifications
            WHERE users = @u
            """;
        using var w = conn.BeginBinaryImport("COPY products (id, users) FROM STDIN (FORMAT BINARY)");
        var q = $"SELECT * FROM {TableName} o JOIN users u ON u.id = o.users";
        var cnt = conn.ExecuteScalar<long>("select count(*) from " + TableName + " where users = 1");
        _logger.LogInformation("Select from orders for {users}", name);
        throw new InvalidOperationException("Cannot delete from orders where users exist");
    }

    private const string TableName = "orders";
}

[Route("api/orders")]
[Authorize(Policy = "users")]
public class OrdersController : ControllerBase
{
    [HttpGet("users")] public IActionResult Get([FromQuery(Name = "orders")] string o) => Ok(new { orders = "users" });
}
