x = 10 % w[orders]
LIST = %w{orders users}
LIST.each { |t| execute "DELETE FROM #{t} WHERE id = 1" }
DB[:orders].insert(id: 1)
DB.create_table(:orders) { primary_key :id }
validates_inclusion_of :x, in: %w(orders users)
describe "SELECT * FROM orders WHERE id = 1" do
  it "deletes from users" do
    expect(sql).to eq("SELECT * FROM ecommerce.orders WHERE id = 1")
    expect(sql).to eq("SELECT * FROM saas_platform.users WHERE id = 1"), "SELECT * FROM topics WHERE id = 1"
    assert_equal "SELECT * FROM ecommerce.orders WHERE id = 1", sql
    assert_nil x, "SELECT * FROM users WHERE id = 1"
    assert ok, "SELECT * FROM users WHERE id = 1"
  end
end
