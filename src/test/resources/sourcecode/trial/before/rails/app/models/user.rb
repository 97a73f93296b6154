class User < ApplicationRecord
  self.table_name = 'public.users'
  has_many :orders
  has_one :profile
  after_create_commit { broadcast_append_to "users", target: "users", partial: "users/user" }
end
