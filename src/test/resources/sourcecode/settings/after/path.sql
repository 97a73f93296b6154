SET search_path TO archive;
SELECT * FROM orders;
SELECT * FROM saas_platform.users;
