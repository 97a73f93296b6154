package com.acme.shop.report;
import static org.jooq.impl.DSL.*;
import org.jooq.*;
import jakarta.persistence.EntityManager;
import com.querydsl.jpa.impl.JPAQueryFactory;
class Reports {
    Object a(DSLContext ctx) { return ctx.select(field("users")).from(table("ecommerce.orders")).join(table("saas_platform.users").as("u")).on("u.id = orders.user_id").fetch(); }
    Object b(DSLContext ctx) { return ctx.selectFrom("ecommerce.orders").where("total > 1").fetch(); }
    Object c(DSLContext ctx) { return ctx.insertInto(table(name("saas_platform", "users")), field(name("orders"))).values(1).execute(); }
    Object d(DSLContext ctx) { return ctx.fetch("SELECT * FROM ecommerce.orders WHERE id = ?", 1); }
    Object e(EntityManager em) { return em.createNativeQuery("SELECT o.* FROM ecommerce.orders o").getResultList(); }
    Object f(EntityManager em) { return em.createQuery("select count(u) from Users u where u.sessions = 'sessions'").getSingleResult(); }
    Object g(EntityManager em) { return em.createQuery("from orders where users = 1", Object.class).getResultList(); }
    Object h(DSLContext ctx) { return ctx.deleteFrom(com.acme.jooq.Tables.ORDERS).where("users.id = 1").execute(); }
    String csv() { return String.join(",", "orders", "users") + "\nSELECT"; }
    String es() { return "{\"query\": {\"from\": \"orders\"}}"; }
    String q(boolean b) { String t = b ? "orders" : "users"; return "SELECT * FROM " + t + " WHERE id = 1"; }
    String p(String s) { return "SELECT * FROM orders_" + s; }
    String w(int y) { return "INSERT INTO events_" + y + " SELECT * FROM ai_services.search_history WHERE y = " + y; }
}
