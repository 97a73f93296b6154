CREATE TABLE orders (id int); INSERT INTO users VALUES (1);
