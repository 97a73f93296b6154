package main

// FROM orders
const table = "orders"

func (Order) TableName() string { return "orders" }

func run(db *sql.DB, year int) error {
	db.Query("SELECT * FROM orders WHERE id = $1", 1)
	db.Exec(`
		UPDATE public.orders
		SET users = 'FROM users'
		WHERE id = $1`, 1)
	db.Exec("DELETE FROM " + table + " WHERE id = 1")
	db.Query(fmt.Sprintf("SELECT * FROM %s WHERE year = %d", table, year))
	log.Println("Delete from users")
	return errors.New("select users from orders")
}
