package store

import "gorm.io/gorm"

type User struct {
	gorm.Model
	Orders   []Order `gorm:"foreignKey:UserID"`
	Teams    []Team  `gorm:"many2many:device_credentials;"`
	Sessions string  `gorm:"column:sessions" json:"sessions"`
}

func (User) TableName() string { return "saas_platform.users" }

type Payment struct{ ID uint }

func (p *Payment) TableName() string {
	return "ecommerce.payment_items"
}

type Topic struct{ gorm.Model }

func use(db *gorm.DB) {
	db.Table("ecommerce.orders").Where("users = ?", 1).Joins("JOIN saas_platform.users u ON u.id = orders.user_id").Scan(nil)
	db.Table("ecommerce.orders AS o").Select("o.id").Joins("LEFT JOIN ecommerce.order_items i ON i.order_id = o.id")
	db.Raw("SELECT * FROM saas_platform.sessions WHERE id = ?", 1).Scan(nil)
	db.Exec("DELETE FROM ai_services.recommendations WHERE id = ?", 1)
	db.Model(&User{}).Preload("Orders").Association("Teams")
	db.Migrator().HasTable("users")
	db.Where("EXISTS (SELECT 1 FROM ecommerce.payment_items p WHERE p.user_id = users.id)")
	db.Clauses(clause.From{Tables: []clause.Table{{Name: "orders"}}})
}
