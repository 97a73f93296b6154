package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	sq "github.com/Masterminds/squirrel"
	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
)

const (
	ordersTable = "orders"
	selectOrder = `SELECT id, users FROM ecommerce.orders WHERE id = $1`
	insertUser  = "INSERT INTO saas_platform.users (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING"
)

var tables = []string{"orders", "users", "sessions"}
var psql = sq.StatementBuilder.PlaceholderFormat(sq.Dollar)

type Order struct {
	ID    int64  `db:"id" json:"orders"`
	Users string `db:"users" json:"users" gorm:"column:users"`
}

func (s *Store) Get(ctx context.Context, id int64) (*Order, error) {
	row := s.db.QueryRowContext(ctx, selectOrder, id)
	if err := row.Scan(&id); err == sql.ErrNoRows {
		return nil, fmt.Errorf("select from orders: %w", err)
	}
	q := fmt.Sprintf("SELECT * FROM ecommerce.%s WHERE id = $1", ordersTable)
	_ = q
	q2 := "SELECT o.* FROM ecommerce." + ordersTable + " o JOIN ecommerce.order_items i ON i.order_id = o.id"
	_ = sqlx.Get(s.db, q2)
	_ = fmt.Sprintf("update ecommerce.%s set total = %d where id = %d", "payment_items", 1, id)
	s.db.Select(&id, `
		select u.id
		from saas_platform.users u
		left join saas_platform.profiles p on p.user_id = u.id
		where u.name = any($1)`)
	return nil, nil
}

func (s *Store) Build() {
	psql.Select("id", "users").From("ecommerce.orders").Where(sq.Eq{"users": 1})
	psql.Select("o.id").From("ecommerce.orders o").LeftJoin("saas_platform.users u ON u.id = o.user_id").Where("o.total > 0")
	psql.Insert("ai_services.search_history").Columns("users").Values(1)
	psql.Update("saas_platform.users").Set("sessions", 1)
	psql.Delete("saas_platform.sessions").Where("id = 1")
	s.conn.CopyFrom(ctx, pgx.Identifier{"ecommerce", "payment_items"}, []string{"users"}, nil)
	s.conn.Exec(ctx, "LISTEN orders")
	for _, t := range tables {
		s.db.Exec("TRUNCATE TABLE " + t + " CASCADE")
	}
	var sb strings.Builder
	sb.WriteString("SELECT p.* FROM ecommerce.products p")
	sb.WriteString(" JOIN ai_services.recommendations c ON c.post_id = p.id")
	log.Printf("deleting from orders where users = %d", 1)
	batch := &pgx.Batch{}
	batch.Queue("UPDATE ai_services.recommendations SET total = $1", 1)
}
