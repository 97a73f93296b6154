package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

type User struct{ ent.Schema }

func (User) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "users"}, entsql.Table("users"), entsql.WithComments(true)}
}

func (User) Fields() []ent.Field {
	return []ent.Field{field.String("orders").StorageKey("orders"), field.Int("topics")}
}

func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("orders", Order.Type).StorageKey(edge.Column("users")),
		edge.To("products", Product.Type).StorageKey(edge.Table("order_items"), edge.Columns("orders", "products")),
	}
}
