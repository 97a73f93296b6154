package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
)

func (User) Annotations() []schema.Annotation { return []schema.Annotation{entsql.Annotation{Table: "users"}} }
