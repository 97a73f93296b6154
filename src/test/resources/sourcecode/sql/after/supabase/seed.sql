INSERT INTO ecommerce.orders (id) VALUES (1);
