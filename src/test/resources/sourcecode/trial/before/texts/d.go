package d
import "github.com/spf13/cobra"
var cmd = &cobra.Command{Use: "orders", Short: "Delete from users", Long: `select * from orders
where id = 1`, Example: "app update users set x = 1"}
func x(t *testing.T) { t.Errorf("select * from users where id = %d", 1); t.Log("delete from orders where id = 1"); assert.Equal(t, "orders", "users"); strings.Join([]string{"orders"}, "users"); mail.From("orders").To("users"); goqu.From("orders") }
