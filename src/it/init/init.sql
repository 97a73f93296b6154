CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers);
CREATE TABLE order_items (order_id bigint REFERENCES orders, line int, PRIMARY KEY (order_id, line));
CREATE TABLE authors (id bigserial PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE TABLE blog_posts (id bigserial PRIMARY KEY, author_id bigint REFERENCES authors);
CREATE TABLE blog_comments (post_id bigint REFERENCES blog_posts, body text);
CREATE TABLE settings (key text PRIMARY KEY);
