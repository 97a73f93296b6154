SELECT cron.schedule('nightly', '0 3 * * *', 'DELETE FROM saas_platform.sessions WHERE old');
SELECT cron.schedule('0 4 * * *', $$VACUUM ecommerce.orders$$);
SELECT cron.schedule_in_database('x', '0 4 * * *', $$INSERT INTO ai_services.search_history SELECT 1$$, 'shop');
DO $$
BEGIN
  EXECUTE format('SELECT * FROM %I WHERE id = 1', 'users');
  EXECUTE format('TRUNCATE %I.%I', 'public', 'topics');
  EXECUTE format('SELECT %L', 'orders');
  EXECUTE 'DELETE FROM ' || quote_ident('products');
END $$;
SELECT format('%s has %s', 'orders', 'users');
