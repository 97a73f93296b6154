require 'sequel'

class Order < Sequel::Model(:orders)
  many_to_many :users, join_table: :order_items
end

DB[:orders].where(id: 1).all
DB.from(:users).first
DB[:topics].join(:profiles, id: :id).select(:users)
DB["SELECT * FROM ecommerce.products WHERE id = ?", 1]
h = { orders: 1 }
h[:orders]
validates :users, presence: true
