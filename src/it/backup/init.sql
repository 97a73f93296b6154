CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id serial PRIMARY KEY, person int NOT NULL REFERENCES people);
INSERT INTO people (name) VALUES ('Ada'), ('Grace');
INSERT INTO orders (person) VALUES (1), (2), (2);
