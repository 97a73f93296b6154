require "sequel"
DB = Sequel.connect(ENV["DATABASE_URL"])

class User < Sequel::Model(:users)
  one_to_many :orders, key: :users
end

class Product < Sequel::Model(DB[:products])
end

class Order < Sequel::Model
  set_dataset :orders
end

DB[:orders].join(:users, id: :users).where(users: 1).select(:orders)
DB.from(:orders, :products).all
DB["SELECT * FROM ecommerce.orders WHERE id = ?", 1].all
DB.run "DELETE FROM saas_platform.sessions"
DB.fetch("SELECT * FROM saas_platform.users") { |row| row[:orders] }
DB[Sequel[:public][:orders]].insert(users: 1)
DB[:orders].left_join(:profiles, { id: :id }, table_alias: :users)
DB.transaction { DB[:sessions].delete }
DB.table_exists?(:orders)
h = { orders: 1, users: 2 }
h[:orders] = h[:users]
params[:users]
