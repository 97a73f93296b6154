%w[orders users].each { |t| ActiveRecord::Base.connection.execute("TRUNCATE #{t}") }
%i[topics products].each { |t| connection.execute("DELETE FROM #{t} WHERE id = 1") }
TABS = %w(profiles settings other)
assert_equal 1, n, "SELECT * FROM orders WHERE id = 1"
expect(n).to eq(1), "SELECT * FROM orders WHERE id = 1"
