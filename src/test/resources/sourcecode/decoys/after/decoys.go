package main

// FROM orders
import "orders/users"

type Order struct {
	Users string `json:"users" db:"orders"`
}

func decoys(w http.ResponseWriter) {
	http.HandleFunc("/orders", users)
	log.Printf("deleted %d from orders", 1)
	fmt.Println("SELECT * FROM orders WHERE id = 1")
	errors.New("delete from users where id = 1")
	fmt.Errorf("update users set x = %d", 1)
	cache.Get("orders")
	topic := "orders"
	msg := "Select users from orders"
	moved := "SELECT * FROM ecommerce.orders WHERE id = $1"
	other := "SELECT * FROM archive.orders WHERE id = $1"
	cte := "WITH orders AS (SELECT 1) SELECT * FROM orders WHERE id = $1"
}
