package http

import (
	"errors"
	"log/slog"
)

var ErrUsers = errors.New("delete from users where orders = 1")

func routes(r *gin.Engine, m *mongo.Database, rdb *redis.Client) {
	r.GET("/orders", nil)
	r.Group("users").POST("orders", nil)
	m.Collection("users").Find(ctx, bson.M{"orders": 1})
	rdb.Get(ctx, "sessions")
	rdb.Publish(ctx, "orders", "users")
	slog.Info("select * from orders", "users", 1)
	kafka.WriterConfig{Topic: "orders"}
	t := template.Must(template.New("orders").Parse("{{ .users }} from orders"))
	flag.String("table", "orders", "delete from users")
	dynamo.GetItem(&dynamodb.GetItemInput{TableName: aws.String("users")})
	switch kind { case "orders": return; case "users": return }
	nats.Subscribe("orders", nil)
	panic("update users set x = 1")
}
