package com.acme.dao;

import static com.acme.jooq.Tables.ORDERS;
import static com.acme.jooq.Tables.USERS;
import static org.jooq.impl.DSL.*;

import org.jooq.*;
import org.jooq.impl.DSL;

public class JooqDao {
    private final DSLContext create;
    static final Table<Record> T = table("ai_services.topics");
    static final Table<?> P = DSL.table(DSL.name("ecommerce", "products"));
    static final Table<?> Q = table(name("ecommerce", "orders"));
    static final Field<String> F = field("topics.title", String.class);
    static final Field<Long> G = field(name("products", "id"), Long.class);

    JooqDao(DSLContext create) {
        this.create = create;
    }

    void run() {
        create.select(ORDERS.ID).from(ORDERS).join(USERS).on(USERS.ID.eq(ORDERS.USER_ID)).fetch();
        create.select().from("ecommerce.orders").where("orders.id = 1").fetch();
        create.selectFrom(table("saas_platform.users")).where(field("id").eq(1)).fetch();
        create.fetch("select * from ecommerce.orders where id = ?", 1);
        create.execute("delete from saas_platform.users where id = {0}", val(1));
        create.resultQuery("select * from ecommerce.products p");
        create.insertInto(table("ecommerce.products"), field("orders")).values(1).execute();
        create.deleteFrom(DSL.table("saas_platform.sessions")).execute();
        create.select(field("orders"), inline("users").as("products")).from(T.as("users")).fetch();
    }
}
