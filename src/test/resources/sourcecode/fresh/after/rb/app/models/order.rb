# frozen_string_literal: true

# == Schema Information
#
# Table name: orders
class Order < ApplicationRecord
  self.table_name = "ecommerce.orders"
  self.primary_key = :id

  belongs_to :user, foreign_key: :users, inverse_of: :orders
  has_many :order_items, dependent: :destroy
  has_many :products, through: :order_items
  has_and_belongs_to_many :topics, join_table: "recommendations", association_foreign_key: "topics"
  has_and_belongs_to_many :tags, join_table: :recommendations

  enum :state, { orders: 0, users: 1 }
  validates :users, presence: true, uniqueness: { scope: :orders }
  scope :recent, -> { joins(:users).where("orders.created_at > ?", 1.day.ago).order("orders.id") }
  scope :with_users, -> { joins("INNER JOIN saas_platform.users ON users.id = orders.users") }
  scope :paid, -> { where("EXISTS (SELECT 1 FROM ecommerce.payment_items p WHERE p.orders = orders.id)") }
  scope :named, -> { from("ecommerce.orders AS o").select("o.*") }
  scope :raw, -> { where("id IN (SELECT orders FROM ecommerce.order_items)").includes(:users).references(:users) }

  def self.report
    connection.execute("SELECT count(*) FROM ecommerce.orders")
    find_by_sql(["SELECT * FROM ecommerce.orders WHERE users = ?", 1])
    ActiveRecord::Base.connection.exec_query(<<~SQL, "orders", [])
      SELECT u.id, o.id
      FROM saas_platform.users u
      LEFT JOIN ecommerce.orders o ON o.users = u.id
      WHERE u.id = 1 -- of users
    SQL
    sql = <<-SQL.squish
      DELETE FROM saas_platform.sessions
      WHERE users IN (SELECT id FROM saas_platform.users)
    SQL
    ActiveRecord::Base.connection.truncate("orders")
    ActiveRecord::Base.connection.truncate_tables("orders", "users")
    ActiveRecord::Base.connection.table_exists?("orders")
    ActiveRecord::Base.connection.execute("TRUNCATE #{%w[orders users].join(', ')}")
    Rails.logger.info "select from orders"
    raise ArgumentError, "Cannot delete from orders"
  end

  def table
    Arel::Table.new(:orders)
    Arel.sql("(SELECT max(id) FROM ecommerce.orders)")
    Order.arel_table[:users]
    t("orders.users")
    redirect_to orders_path, notice: "Order deleted from orders"
    render json: { orders: [], users: "products" }
    upsert_all([{ users: 1 }], unique_by: :users)
    Order.joins(:users).where(users: { id: 1 }).pluck("users.id")
  end
end
