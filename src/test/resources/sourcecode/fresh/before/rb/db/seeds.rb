Order.create!(users: 1)
ActiveRecord::Base.connection.execute("TRUNCATE orders, users RESTART IDENTITY")
%w[orders users].each do |table|
  ActiveRecord::Base.connection.reset_pk_sequence!(table)
  ActiveRecord::Base.connection.execute("DELETE FROM #{table}")
end
puts "Select from users"
