package shop

import "gorm.io/gorm"

type OrderItem struct {
	gorm.Model
	Name string
}

type Users struct {
	Name string
}
