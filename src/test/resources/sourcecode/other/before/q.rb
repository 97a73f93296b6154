SQL = <<~SQL
  SELECT * FROM orders
  WHERE id = #{id} AND x = 'FROM users'
SQL
list << ORDERS
