class UsersController < ApplicationController
  def index
    @users = User.includes(:orders).order("users.name").where(users: { id: 1 })
    @total = ActiveRecord::Base.connection.select_value("SELECT COUNT(*) FROM users")
    flash[:notice] = t("users.orders", default: "Select users from orders")
    Rails.cache.fetch("users") { Redis.current.get("orders") }
    ActionCable.server.broadcast("notifications", { users: "orders" })
    render json: { orders: @users }, template: "users/index"
    Arel::Table.new("orders")
    Arel.sql("SELECT 1 FROM search_history WHERE id = 1")
  end
end
