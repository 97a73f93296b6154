INSERT INTO public.orders (id) VALUES (1);
