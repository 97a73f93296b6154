SELECT cron.schedule('a', '* * * * *', 'UPDATE orders SET state = ''done'' WHERE id IN (SELECT id FROM users)');
SELECT cron.unschedule('orders');
SELECT cron.schedule(job_name := 'orders', schedule := '* * * * *', command := 'DELETE FROM topics');
SELECT cron.alter_job(1, '* * * * *', 'VACUUM users');
SELECT format('%1$I %2$L %1$s', 'orders', 'users'), format('%s', 'FROM users');
SELECT format(E'%I', 'orders'), format('%99999999I', 'users'), format('%0$I', 'users');
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN
  EXECUTE format('DELETE FROM %I WHERE x = %L', 'sessions', 'users');
  PERFORM cron.schedule('x', '* * * * *', $c$DELETE FROM sessions$c$);
END $f$;
