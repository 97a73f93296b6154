# orders: FROM users
class Order < ApplicationRecord
  self.table_name = "orders"
  has_many :users

  def self.all_of(id)
    connection.execute("SELECT * FROM orders WHERE id = #{id}")
    find_by_sql ["select * from public.users where id = ?", id]
    I18n.t("orders.users")
    where(users: 'orders')
  end
end
