class Order < ApplicationRecord
  has_many :order_items
  has_and_belongs_to_many :topics
end
class OrderItem < ActiveRecord::Base
end
class SearchHistory < ApplicationRecord
  self.table_name = 'ai_services.search_history'
end
class Admin::User < ApplicationRecord
end
class Foo < Base
end
