package cache

import (
	"database/sql"
	_ "github.com/mattn/go-sqlite3"
)

func get(db *sql.DB) { db.Query("SELECT * FROM notifications WHERE id = ?", 1) }
