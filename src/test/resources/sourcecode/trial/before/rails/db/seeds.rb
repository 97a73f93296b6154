ActiveRecord::Base.connection.execute("TRUNCATE TABLE orders, users RESTART IDENTITY")
%w[orders users].each { |t| ActiveRecord::Base.connection.reset_pk_sequence!(t) }
