using Microsoft.EntityFrameworkCore;
namespace Shop;
public class ShopContext : DbContext
{
    public DbSet<Order> orders { get; set; }
    public DbSet<Topic> Topics { get; set; }
    protected override void OnModelCreating(ModelBuilder b)
    {
        b.HasDefaultSchema("public");
        b.Entity<Payment>().ToTable("payment_items", "ecommerce");
        b.Entity<Cart>(e => { e.ToTable("recommendations", "ai_services"); e.HasKey(x => x.Id).HasName("users"); e.HasIndex(x => x.Id, "orders"); });
        b.Entity<Team>().HasMany(t => t.Users).WithMany().UsingEntity(j => j.ToTable("device_credentials", "saas_platform"));
        b.Entity<Item>().ToTable("order_items", t => t.HasComment("orders of users"));
        b.Entity<Row>().ToSqlQuery("SELECT * FROM ai_services.search_history WHERE id > 0").ToView("profiles", "saas_platform");
    }
    public void Run(ShopContext db, int id)
    {
        db.orders.FromSqlRaw("SELECT * FROM ecommerce.orders WHERE id = {0}", id);
        db.orders.FromSqlInterpolated($"SELECT * FROM ecommerce.orders o JOIN saas_platform.users u ON u.id = o.user_id WHERE o.id = {id}");
        db.Database.ExecuteSqlRaw("TRUNCATE TABLE saas_platform.sessions");
        db.Database.ExecuteSqlRaw("DELETE FROM ai_services.recommendations");
    }
}
