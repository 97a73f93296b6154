package shop;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

@Table(value = "orders", schema = "ecommerce")
class Relational {
    @Column("users")
    String users;

    void jooq(org.jooq.DSLContext dsl) {
        dsl.select(field("users")).from(table("ecommerce.orders")).fetch();
        dsl.select(field(name("orders", "users"))).from(table(name("ecommerce", "orders")));
        dsl.select().from(table(name("ecommerce", "orders")).as("users"));
        dsl.fetch("select * from ecommerce.orders where users = ?", 1);
    }
}

@Table(name = "users", schema = "saas_platform")
class Done {}

@Table(schema = "ai_services", value = "topics")
class Old {}
