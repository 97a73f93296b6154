using System.ComponentModel.DataAnnotations.Schema;

// FROM orders
[Table("orders", Schema = "ecommerce")]
public class Order { [Column("users")] public string Users; }

[Table("users", Schema = "saas_platform")]
public class User { }

public class Context : DbContext
{
    protected override void OnModelCreating(ModelBuilder b)
    {
        b.Entity<Item>().ToTable("order_items", "ecommerce");
        b.Entity<Topic>().ToTable("topics", "archive");
        db.Query<Order>(@"SELECT * FROM ecommerce.orders
            WHERE name = ""users""", new { id });
        db.Orders.FromSqlInterpolated($"SELECT * FROM ecommerce.orders WHERE id = {id}");
        Console.WriteLine("Delete from users");
    }
}
