package store

import "github.com/uptrace/bun"

type Topic2 struct {
	bun.BaseModel `bun:"table:topics,alias:t"`
	ID            int64 `bun:"id,pk"`
}
type Legacy struct {
	tableName struct{} `pg:"users,alias:u"`
}
func b(db *bun.DB) { db.NewSelect().Table("orders").TableExpr("users AS u").Where("u.id = 1") }
