let x = "SELECT * FROM orders";
