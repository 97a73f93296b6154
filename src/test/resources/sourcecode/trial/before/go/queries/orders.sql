-- name: GetOrder :one
SELECT * FROM orders WHERE id = $1 LIMIT 1;
-- name: ListUsers :many
SELECT u.*, sqlc.embed(o) FROM users u JOIN orders o ON o.user_id = u.id WHERE u.name = sqlc.arg(users);
-- name: AddEvent :exec
INSERT INTO search_history (id, users) VALUES (@id, sqlc.narg('users'));
-- name: DeleteSessions :exec
DELETE FROM sessions WHERE id = ANY(@ids::bigint[]);
