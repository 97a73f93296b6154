class Topic < ApplicationRecord
  has_many :recommendations
end

class User < ActiveRecord::Base
  has_many :orders, class_name: "Order", foreign_key: "users"
end

module Legacy
  class Thing < ApplicationRecord
    self.table_name = :products
  end
  class Other < ApplicationRecord
    self.table_name = 'ecommerce.products'
    def self.table_name
      "products"
    end
  end
end
