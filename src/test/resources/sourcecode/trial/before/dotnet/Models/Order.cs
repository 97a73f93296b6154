using System.ComponentModel.DataAnnotations.Schema;
namespace Shop;
[Table("orders")]
public class Order { public int Id { get; set; } [Column("users")] public string Users { get; set; } [JsonPropertyName("search_history")] public string Events { get; set; } }
[Table("users", Schema = "public")]
public class User { public int Id { get; set; } [InverseProperty("orders")] public List<Order> Orders { get; set; } }
[Table(name: "sessions")]
public class Session { public int Id { get; set; } }
