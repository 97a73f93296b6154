public class ShopContext : DbContext
{
    public DbSet<Order> Orders { get; set; }
    public DbSet<Kept> Kept { get; set; }
}
