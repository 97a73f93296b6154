// Package store reads orders from users.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	sq "github.com/Masterminds/squirrel"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
)

const (
	table       = "orders"
	selectUsers = `SELECT id, orders FROM saas_platform.users`
	insertTopic = "INSERT INTO ai_services.topics (id) VALUES ($1)"
)

var ErrNotFound = errors.New("select from orders: not found")
var psql = sq.StatementBuilder.PlaceholderFormat(sq.Dollar)

type Order struct {
	ID    int64  `db:"id" json:"orders"`
	Users string `db:"users" json:"users"`
}

func (s *Store) List(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT id, users FROM ecommerce.orders WHERE users = $1", 1)
	if err != nil {
		return fmt.Errorf("select from orders: %w", err)
	}
	defer rows.Close()
	_ = db.QueryRow(`
		SELECT o.id
		FROM ecommerce.orders AS o
		JOIN ecommerce.order_items i ON i.orders = o.id
		LEFT JOIN LATERAL (SELECT * FROM ecommerce.products WHERE products.id = i.products) p ON true
		WHERE o.id = ANY($1)`, nil)
	_, err = db.Exec(fmt.Sprintf("DELETE FROM ecommerce.%s WHERE id = $1", table), 1)
	_, err = db.Exec(selectUsers + " WHERE id = $1")
	stmt, err := db.PrepareContext(ctx, "UPDATE ecommerce.orders SET users = $1 WHERE id = $2")
	log.Printf("deleted from users %d", 1)
	log.Fatal("SELECT * FROM users WHERE id = 1")
	http.HandleFunc("/orders", nil)
	http.HandleFunc("GET /users/{users}", nil)
	return err
}

func (s *Store) X(ctx context.Context, db *sqlx.DB, pool *pgxpool.Pool, tx pgx.Tx) error {
	var o []Order
	if err := db.Select(&o, "SELECT * FROM ecommerce.orders WHERE users=$1 ORDER BY id", 1); err != nil {
		return err
	}
	_ = db.Get(&o, `SELECT count(*) FROM saas_platform.sessions`)
	_, _ = db.NamedExec(`INSERT INTO saas_platform.users (orders) VALUES (:orders)`, o)
	query, args, _ := sqlx.In("SELECT * FROM ecommerce.products WHERE id IN (?)", []int{1})
	_ = pool.QueryRow(ctx, `select id from saas_platform.users where id=$1`, 1).Scan(&o)
	_, _ = tx.Exec(ctx, "SELECT ecommerce.place_order($1)", 1)
	_, _ = tx.CopyFrom(ctx, pgx.Identifier{"ecommerce", "orders"}, []string{"users"}, nil)
	_, _ = tx.CopyFrom(ctx, pgx.Identifier{"ecommerce", "order_items"}, []string{"orders"}, nil)
	batch := &pgx.Batch{}
	batch.Queue("insert into saas_platform.notifications(users) values($1)", 1)
	var sb strings.Builder
	sb.WriteString("SELECT * FROM saas_platform.users")
	sb.WriteString(" WHERE orders = $1")
	q := "SELECT * FROM ecommerce." + table + " o"
	b := psql.Select("id", "users").From("ecommerce.orders").Where(sq.Eq{"users": 1}).Join("saas_platform.users u ON u.id = orders.users")
	_, _, _ = psql.Insert("ai_services.topics").Columns("orders").Values("users").ToSql()
	_, _, _ = sq.Update("ecommerce.products").Set("orders", 1).Where("id IN (SELECT id FROM ecommerce.order_items)").ToSql()
	_, _, _ = sq.Delete("saas_platform.sessions").Where("users = ?", 1).ToSql()
	_ = psql.Select("*").From("ecommerce.orders o").LeftJoin("saas_platform.profiles p USING (id)").OrderBy("users")
	_, _ = conn.Exec(ctx, "LISTEN orders")
	m := map[string]string{"orders": "users"}
	return nil
}
