SET search_path TO archive;
SELECT * FROM orders;
SELECT * FROM public.users;
