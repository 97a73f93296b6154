using Microsoft.EntityFrameworkCore;
namespace Shop;
public class ShopContext : DbContext
{
    public DbSet<Order> orders { get; set; }
    public DbSet<Topic> Topics { get; set; }
    protected override void OnModelCreating(ModelBuilder b)
    {
        b.HasDefaultSchema("public");
        b.Entity<Payment>().ToTable("payment_items");
        b.Entity<Cart>(e => { e.ToTable("recommendations", "public"); e.HasKey(x => x.Id).HasName("users"); e.HasIndex(x => x.Id, "orders"); });
        b.Entity<Team>().HasMany(t => t.Users).WithMany().UsingEntity(j => j.ToTable("device_credentials"));
        b.Entity<Item>().ToTable("order_items", t => t.HasComment("orders of users"));
        b.Entity<Row>().ToSqlQuery("SELECT * FROM search_history WHERE id > 0").ToView("profiles");
    }
    public void Run(ShopContext db, int id)
    {
        db.orders.FromSqlRaw("SELECT * FROM orders WHERE id = {0}", id);
        db.orders.FromSqlInterpolated($"SELECT * FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = {id}");
        db.Database.ExecuteSqlRaw("TRUNCATE TABLE sessions");
        db.Database.ExecuteSqlRaw("DELETE FROM recommendations");
    }
}
