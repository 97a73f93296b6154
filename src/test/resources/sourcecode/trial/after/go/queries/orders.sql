-- name: GetOrder :one
SELECT * FROM ecommerce.orders WHERE id = $1 LIMIT 1;
-- name: ListUsers :many
SELECT u.*, sqlc.embed(o) FROM saas_platform.users u JOIN ecommerce.orders o ON o.user_id = u.id WHERE u.name = sqlc.arg(users);
-- name: AddEvent :exec
INSERT INTO ai_services.search_history (id, users) VALUES (@id, sqlc.narg('users'));
-- name: DeleteSessions :exec
DELETE FROM saas_platform.sessions WHERE id = ANY(@ids::bigint[]);
