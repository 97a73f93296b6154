package com.acme.q;

import com.querydsl.sql.*;
import com.querydsl.core.types.dsl.*;
import com.querydsl.core.types.PathMetadataFactory;

@SuppressWarnings("all")
public class Query extends RelationalPathBase<Query> {
    public static final Query orders = new Query("orders");
    public final NumberPath<Long> users = createNumber("users", Long.class);

    public Query(String variable) {
        super(Query.class, PathMetadataFactory.forVariable(variable), "public", "orders");
    }

    void run(SQLQueryFactory f) {
        RelationalPath<Object> t = new RelationalPathBase<>(Object.class, "u", "public", "users");
        f.select(orders.users).from(orders).fetch();
        Template x = Expressions.stringTemplate("(select name from users where id = {0})", orders.users);
    }
}
