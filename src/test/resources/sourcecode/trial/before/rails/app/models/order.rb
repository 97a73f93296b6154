class Order < ApplicationRecord
  self.table_name = "orders"
  belongs_to :users, class_name: "User"
  has_many :order_items, dependent: :destroy
  has_and_belongs_to_many :customer, join_table: "device_credentials"
  enum status: { users: 0, orders: 1 }
  scope :paid, -> { joins("INNER JOIN payment_items ON payment_items.order_id = orders.id").where("orders.total > 0") }
  scope :recent, -> { where("EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = orders.user_id)") }
  scope :sub, -> { from("orders o").select("o.*") }
  validates :search_history, inclusion: { in: %w[orders users] }

  def self.report
    find_by_sql(["SELECT * FROM orders WHERE id = ?", 1])
    connection.execute("UPDATE users SET name = 'orders' WHERE id = 1")
    ActiveRecord::Base.connection.select_all(<<~SQL.squish)
      SELECT u.id, count(*) AS orders
      FROM users u
      JOIN #{table_name} o ON o.user_id = u.id
      LEFT JOIN profiles p ON p.user_id = u.id
      WHERE u.id = #{id.to_i}
    SQL
    sanitize_sql_array(["DELETE FROM recommendations WHERE id IN (?)", [1]])
    Rails.logger.info("Deleting from orders where users = 1")
    raise ArgumentError, "delete from users where id = 1"
  end
end
