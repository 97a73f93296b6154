-- name: ListOrders :many
SELECT * FROM ecommerce.orders WHERE users = $1 ORDER BY id;

-- name: CreateOrder :one
INSERT INTO ecommerce.orders (users) VALUES (sqlc.arg(users)) RETURNING *;

-- name: WithUsers :many
SELECT sqlc.embed(orders), sqlc.embed(users) FROM ecommerce.orders JOIN saas_platform.users ON users.id = orders.users
WHERE orders.id = ANY(@ids::bigint[]) AND sqlc.narg('users')::text IS NULL;

-- name: Del :exec
DELETE FROM saas_platform.sessions USING saas_platform.users u WHERE u.id = sessions.users;
