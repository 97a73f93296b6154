task clean: :environment do
  puts "Delete from users"
  ActiveRecord::Base.connection.execute "DELETE FROM saas_platform.sessions WHERE created_at < now()"
end
