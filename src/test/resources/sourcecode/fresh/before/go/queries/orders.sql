-- name: ListOrders :many
SELECT * FROM orders WHERE users = $1 ORDER BY id;

-- name: CreateOrder :one
INSERT INTO orders (users) VALUES (sqlc.arg(users)) RETURNING *;

-- name: WithUsers :many
SELECT sqlc.embed(orders), sqlc.embed(users) FROM orders JOIN users ON users.id = orders.users
WHERE orders.id = ANY(@ids::bigint[]) AND sqlc.narg('users')::text IS NULL;

-- name: Del :exec
DELETE FROM sessions USING users u WHERE u.id = sessions.users;
