package store

import (
	"github.com/uptrace/bun"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

type User struct {
	gorm.Model
	Orders  []Order   `gorm:"foreignKey:users;references:ID" json:"orders"`
	Topics  string    `gorm:"column:topics"`
	Product []Product `gorm:"many2many:order_items;"`
}

// TableName is of users.
func (User) TableName() string {
	return "users"
}

func (o *Order) TableName() string { return "public.orders" }

const productTable = "products"

func (Product) TableName() string {
	return productTable
}

type Session struct {
	bun.BaseModel `bun:"table:sessions,alias:s"`
	ID            int64  `bun:"id,pk,autoincrement"`
	Users         string `bun:"users"`
	User          *User  `bun:"rel:belongs-to,join:users=id"`
}

func run(db *gorm.DB, bdb *bun.DB) {
	db.Table("orders").Where("orders.users = ?", 1).Joins("JOIN users ON users.id = orders.users").Find(&o)
	db.Table("orders o").Select("o.id").Joins("LEFT JOIN profiles p ON p.id = o.id").Scan(&o)
	db.Raw("SELECT * FROM users WHERE id = ?", 1).Scan(&u)
	db.Exec("UPDATE orders SET users = ? WHERE id = ?", 1, 2)
	db.Model(&User{}).Preload("Orders").Where("id IN (?)", db.Table("sessions").Select("users")).Order("orders desc")
	db.Model(&User{}).Where("EXISTS (SELECT 1 FROM order_items WHERE orders = users.id)")
	db.Clauses(clause.From{Tables: []clause.Table{{Name: "orders"}}})
	db.Migrator().HasTable("orders")
	db.Joins("Users").Association("Orders")
	bdb.NewSelect().Model(&s).TableExpr("orders AS o").Where("o.users = ?", 1)
	bdb.NewSelect().Table("users").ColumnExpr("(SELECT count(*) FROM orders)").Join("JOIN profiles AS p ON p.id = users.id")
	bdb.NewDelete().Table("sessions").Where("id = 1")
	bdb.NewRaw("SELECT * FROM topics WHERE id = ?", 1)
	bdb.NewUpdate().ModelTableExpr("orders AS o")
	collection := client.Database("shop").Collection("orders")
	r.GET("/orders", nil)
	viper.GetString("users")
}
