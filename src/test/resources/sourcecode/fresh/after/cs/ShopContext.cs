using System.ComponentModel.DataAnnotations.Schema;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shop;

[Table("orders", Schema = "ecommerce")]
[Index(nameof(Users), Name = "orders_users")]
public class Order
{
    [Column("users")] public int Users { get; set; }
    [ForeignKey("users")] public User? User { get; set; }
    [JsonPropertyName("orders")] public string? Name { get; set; }
}

[Table("users", Schema = "saas_platform")]
public class User { public ICollection<Order> Orders { get; set; } = new List<Order>(); }

public class ShopContext : DbContext
{
    public DbSet<Order> orders => Set<Order>();
    public DbSet<Product> products { get; set; }
    public DbSet<Topic> Topics { get; set; }

    protected override void OnModelCreating(ModelBuilder b)
    {
        b.Entity<Product>().ToTable("products", "ecommerce");
        b.Entity<Topic>(e =>
        {
            e.ToTable("topics", t => t.HasComment("select from topics"));
            e.HasKey(x => x.Id).HasName("topics");
            e.Property(x => x.Users).HasColumnName("users");
            e.HasMany(x => x.Orders).WithMany().UsingEntity(j => j.ToTable("order_items", "ecommerce"));
            e.HasMany(x => x.Users2).WithMany().UsingEntity("recommendations");
        });
        b.Entity<Session>().ToTable("sessions", "saas_platform");
        b.Entity<Report>().HasNoKey().ToView("profiles", "saas_platform").ToSqlQuery("SELECT * FROM saas_platform.users");
        b.Entity<Audit>().ToTable("orders", "audit");
        b.HasDbFunction(typeof(ShopContext).GetMethod(nameof(Place))!).HasName("place_order");
        b.HasSequence<int>("orders_seq");
    }

    public void Run(NpgsqlConnection conn, string name)
    {
        var a = orders.FromSqlRaw("SELECT * FROM ecommerce.orders WHERE users = {0}", 1).ToList();
        var c = orders.FromSqlInterpolated($"SELECT * FROM ecommerce.orders WHERE users = {name}").ToList();
        var d = Set<User>().FromSql($"SELECT * FROM saas_platform.users WHERE id = {name}");
        Database.ExecuteSqlRaw("TRUNCATE TABLE ecommerce.orders, saas_platform.\"users\" CASCADE");
        Database.ExecuteSql($"delete from saas_platform.sessions where users = {name}");
        var n = Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM ai_services.topics").Single();
        var e = conn.Query<Order>("SELECT * FROM ecommerce.orders WHERE id = @id", new { id = 1 });
        var f = conn.QuerySingleOrDefault<User>(@"
            SELECT u.*, p.""users""
            FROM saas_platform.users u
            LEFT JOIN saas_platform.""profiles"" p ON p.id = u.id");
        conn.Execute("INSERT INTO ecommerce.orders (users) VALUES (@Users)", new { Users = 1 });
        using var cmd = new NpgsqlCommand("SELECT ecommerce.place_order(@u)", conn);
        using var cmd2 = conn.CreateCommand();
        cmd2.CommandText = "UPDATE saas_platform.users SET orders = @o";
        cmd2.CommandText = """
            DELETE FROM saas_platform.notifications
            WHERE users = @u
            """;
        using var w = conn.BeginBinaryImport("COPY ecommerce.products (id, users) FROM STDIN (FORMAT BINARY)");
        var q = $"SELECT * FROM ecommerce.{TableName} o JOIN saas_platform.users u ON u.id = o.users";
        var cnt = conn.ExecuteScalar<long>("select count(*) from ecommerce." + TableName + " where users = 1");
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
