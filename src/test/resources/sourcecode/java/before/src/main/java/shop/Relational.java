package shop;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

@Table("orders")
class Relational {
    @Column("users")
    String users;

    void jooq(org.jooq.DSLContext dsl) {
        dsl.select(field("users")).from(table("orders")).fetch();
        dsl.select(field(name("orders", "users"))).from(table(name("orders")));
        dsl.select().from(table(name("public", "orders")).as("users"));
        dsl.fetch("select * from orders where users = ?", 1);
    }
}

@Table(name = "users", schema = "saas_platform")
class Done {}

@Table(schema = "public", value = "topics")
class Old {}
