package com.acme.web;

import io.swagger.v3.oas.annotations.*;
import java.util.Map;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/orders")
@io.swagger.v3.oas.annotations.tags.Tag(name = "orders", description = "Select orders from users")
class OrderController {
    @GetMapping("/users/{users}")
    @Operation(summary = "Get orders from users", description = "SELECT * FROM orders for a user")
    @PreAuthorize("hasAuthority('orders')")
    Map<String, Object> list(@RequestParam("users") String users, @PathVariable("orders") String orders) {
        return Map.of("orders", orders, "users", users, "message", "Delete from orders failed");
    }

    @KafkaListener(topics = "orders", groupId = "users")
    void on(@RequestHeader("sessions") String message) {
        var query = em.createQuery("select o from Customer o where o.users = :u");
        var native1 = em.createNativeQuery("select * from orders o where o.id = :id", Order.class);
        var legacy = session.createSQLQuery("select {o.*} from orders o");
        var named = em.createNamedQuery("orders", Order.class);
        var proc = em.createStoredProcedureQuery("place_order");
        var up = em.createQuery("update users set name = 'x'").executeUpdate();
        var criteria = cb.createQuery(Order.class).from(Order.class).join("users");
        redis.opsForHash().put("users", "orders", "1");
        mongo.getCollection("orders").find();
        mongoTemplate.findAll(Order.class, "orders");
        elastic.index(i -> i.index("products").id("users"));
        rabbit.convertAndSend("orders", "users", Map.of());
        model.addAttribute("users", service.users());
        return;
    }
}
