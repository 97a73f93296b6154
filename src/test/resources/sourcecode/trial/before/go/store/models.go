package store

import "gorm.io/gorm"

type User struct {
	gorm.Model
	Orders   []Order `gorm:"foreignKey:UserID"`
	Teams    []Team  `gorm:"many2many:device_credentials;"`
	Sessions string  `gorm:"column:sessions" json:"sessions"`
}

func (User) TableName() string { return "users" }

type Payment struct{ ID uint }

func (p *Payment) TableName() string {
	return "public.payment_items"
}

type Topic struct{ gorm.Model }

func use(db *gorm.DB) {
	db.Table("orders").Where("users = ?", 1).Joins("JOIN users u ON u.id = orders.user_id").Scan(nil)
	db.Table("orders AS o").Select("o.id").Joins("LEFT JOIN order_items i ON i.order_id = o.id")
	db.Raw("SELECT * FROM sessions WHERE id = ?", 1).Scan(nil)
	db.Exec("DELETE FROM recommendations WHERE id = ?", 1)
	db.Model(&User{}).Preload("Orders").Association("Teams")
	db.Migrator().HasTable("users")
	db.Where("EXISTS (SELECT 1 FROM payment_items p WHERE p.user_id = users.id)")
	db.Clauses(clause.From{Tables: []clause.Table{{Name: "orders"}}})
}
