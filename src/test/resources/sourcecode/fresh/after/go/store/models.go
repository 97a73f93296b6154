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
	return "saas_platform.users"
}

func (o *Order) TableName() string { return "ecommerce.orders" }

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
	db.Table("ecommerce.orders").Where("orders.users = ?", 1).Joins("JOIN saas_platform.users ON users.id = orders.users").Find(&o)
	db.Table("ecommerce.orders o").Select("o.id").Joins("LEFT JOIN saas_platform.profiles p ON p.id = o.id").Scan(&o)
	db.Raw("SELECT * FROM saas_platform.users WHERE id = ?", 1).Scan(&u)
	db.Exec("UPDATE ecommerce.orders SET users = ? WHERE id = ?", 1, 2)
	db.Model(&User{}).Preload("Orders").Where("id IN (?)", db.Table("saas_platform.sessions").Select("users")).Order("orders desc")
	db.Model(&User{}).Where("EXISTS (SELECT 1 FROM ecommerce.order_items WHERE orders = users.id)")
	db.Clauses(clause.From{Tables: []clause.Table{{Name: "orders"}}})
	db.Migrator().HasTable("orders")
	db.Joins("Users").Association("Orders")
	bdb.NewSelect().Model(&s).TableExpr("orders AS o").Where("o.users = ?", 1)
	bdb.NewSelect().Table("saas_platform.users").ColumnExpr("(SELECT count(*) FROM ecommerce.orders)").Join("JOIN saas_platform.profiles AS p ON p.id = users.id")
	bdb.NewDelete().Table("saas_platform.sessions").Where("id = 1")
	bdb.NewRaw("SELECT * FROM ai_services.topics WHERE id = ?", 1)
	bdb.NewUpdate().ModelTableExpr("orders AS o")
	collection := client.Database("shop").Collection("orders")
	r.GET("/orders", nil)
	viper.GetString("users")
}
