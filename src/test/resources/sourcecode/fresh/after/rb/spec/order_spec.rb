require "rails_helper"

RSpec.describe Order do
  fixtures :users, :orders
  it "selects from orders" do
    get "/orders", params: { users: 1 }
    expect(response.body).to include("Delete from users")
    expect(ActiveRecord::Base.connection.select_value("SELECT count(*) FROM ecommerce.orders")).to eq(1)
    expect { subject }.to change { Order.count }
    expect(described_class.table_name).to eq("orders")
    DatabaseCleaner.clean_with(:truncation, only: %w[orders users])
    DatabaseCleaner.strategy = :deletion, { except: ["users"] }
  end
end
