ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "users", force: :cascade do |t|
    t.string "sessions"
  end
  add_foreign_key "orders", "users"
end
