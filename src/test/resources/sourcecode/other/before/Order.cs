using System.ComponentModel.DataAnnotations.Schema;

// FROM orders
[Table("orders")]
public class Order { [Column("users")] public string Users; }

[Table("users", Schema = "public")]
public class User { }

public class Context : DbContext
{
    protected override void OnModelCreating(ModelBuilder b)
    {
        b.Entity<Item>().ToTable("order_items");
        b.Entity<Topic>().ToTable("topics", "archive");
        db.Query<Order>(@"SELECT * FROM orders
            WHERE name = ""users""", new { id });
        db.Orders.FromSqlInterpolated($"SELECT * FROM public.orders WHERE id = {id}");
        Console.WriteLine("Delete from users");
    }
}
