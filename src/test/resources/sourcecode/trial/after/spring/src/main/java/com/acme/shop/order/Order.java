package com.acme.shop.order;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "orders", schema = "ecommerce", indexes = {@Index(name = "orders_user_idx", columnList = "user_id")}, uniqueConstraints = @UniqueConstraint(columnNames = {"users", "topics"}))
@NamedQueries({@NamedQuery(name = "Order.all", query = "select o from Order o join o.users u"), @NamedQuery(name = "orders", query = "delete from Order o")})
@NamedNativeQuery(name = "orders.totals", query = "SELECT o.id, sum(i.price) FROM ecommerce.orders o JOIN ecommerce.order_items i ON i.order_id = o.id GROUP BY o.id", resultSetMapping = "orders")
@EntityListeners(OrderListener.class)
public class Order {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    @SequenceGenerator(name = "orders_seq", sequenceName = "orders_id_seq", allocationSize = 1)
    private Long id;
    @Column(name = "search_history") private String search_history;
    @OneToMany(mappedBy = "orders") private List<OrderItem> items;
    @ManyToMany
    @JoinTable(name = "device_credentials", schema = "saas_platform", joinColumns = @JoinColumn(name = "users"), inverseJoinColumns = @JoinColumn(name = "customer"))
    private Set<User> users;
    @ElementCollection @CollectionTable(name = "topics", schema = "ai_services") private Set<String> topics;
    @org.hibernate.annotations.Formula("(select count(*) from ecommerce.payment_items p where p.order_id = id)") private int payment_items;
}
