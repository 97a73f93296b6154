// FROM orders
using Users.Orders;

[Route("orders")]
public class UsersController
{
    [HttpGet("users")]
    [JsonPropertyName("orders")]
    public string Orders => "users";

    void Run(string users)
    {
        logger.Info("SELECT * FROM orders WHERE id = 1");
        throw new InvalidOperationException("delete from users where id = 1");
        var a = $"Select {users} from orders";
        var b = @"C:\orders\users";
        var c = "Update users set by you";
        var d = "SELECT * FROM archive.orders WHERE id = @id";
        var e = "WITH users AS (SELECT 1) SELECT * FROM users WHERE id = @id";
        var f = char.IsLetter('\'') ? "orders" : "users";
        ViewData["orders"] = "users";
    }
}
