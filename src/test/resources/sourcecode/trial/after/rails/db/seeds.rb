ActiveRecord::Base.connection.execute("TRUNCATE TABLE ecommerce.orders, saas_platform.users RESTART IDENTITY")
%w[orders users].each { |t| ActiveRecord::Base.connection.reset_pk_sequence!(t) }
