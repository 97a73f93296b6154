using System.ComponentModel.DataAnnotations.Schema;
namespace Shop;
[Table("orders", Schema = "ecommerce")]
public class Order { public int Id { get; set; } [Column("users")] public string Users { get; set; } [JsonPropertyName("search_history")] public string Events { get; set; } }
[Table("users", Schema = "saas_platform")]
public class User { public int Id { get; set; } [InverseProperty("orders")] public List<Order> Orders { get; set; } }
[Table(name: "sessions", Schema = "saas_platform")]
public class Session { public int Id { get; set; } }
