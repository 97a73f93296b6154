package com.acme.shop.web;

import org.springframework.web.bind.annotation.*;
import org.springframework.cache.annotation.*;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.security.access.prepost.PreAuthorize;
import io.swagger.v3.oas.annotations.*;
import io.swagger.v3.oas.annotations.topics.Tag;

@RestController @RequestMapping("/users") @Tag(name = "users", description = "Select from users")
public class UserController {
    @GetMapping({"/orders", "orders"}) @Operation(summary = "Select users from orders", operationId = "orders") @Cacheable(cacheNames = "users", key = "'orders'")
    public Object orders(@RequestParam("orders") String orders, @PathVariable("users") String users) { return java.util.Map.of("orders", orders, "users", users); }
    @KafkaListener(topics = {"orders", "users"}, groupId = "orders") @PreAuthorize("hasAuthority('orders')")
    public void on(String m) { kafka.send("orders", "users", m); redis.opsForHash().put("sessions", "users", m); rabbit.convertAndSend("orders", m); }
    public String view(org.springframework.ui.Model model) { model.addAttribute("orders", "users"); return "orders"; }
    public void metrics(io.micrometer.core.instrument.MeterRegistry r) { r.counter("orders", "type", "users").increment(); }
    void rest() { client.get().uri("/users/{id}/orders").retrieve(); template.getForObject("http://orders/users", String.class); jdbcUrl("jdbc:postgresql://db/orders"); }
    private Object kafka, redis, rabbit, client, template;
}
