SQL = <<~SQL
  SELECT * FROM ecommerce.orders
  WHERE id = #{id} AND x = 'FROM users'
SQL
list << ORDERS
