package com.acme.shop.order;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "orders", indexes = {@Index(name = "orders_user_idx", columnList = "user_id")}, uniqueConstraints = @UniqueConstraint(columnNames = {"users", "topics"}))
@NamedQueries({@NamedQuery(name = "Order.all", query = "select o from Order o join o.users u"), @NamedQuery(name = "orders", query = "delete from Order o")})
@NamedNativeQuery(name = "orders.totals", query = "SELECT o.id, sum(i.price) FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY o.id", resultSetMapping = "orders")
@EntityListeners(OrderListener.class)
public class Order {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    @SequenceGenerator(name = "orders_seq", sequenceName = "orders_id_seq", allocationSize = 1)
    private Long id;
    @Column(name = "search_history") private String search_history;
    @OneToMany(mappedBy = "orders") private List<OrderItem> items;
    @ManyToMany
    @JoinTable(name = "device_credentials", joinColumns = @JoinColumn(name = "users"), inverseJoinColumns = @JoinColumn(name = "customer"))
    private Set<User> users;
    @ElementCollection @CollectionTable(name = "topics") private Set<String> topics;
    @org.hibernate.annotations.Formula("(select count(*) from payment_items p where p.order_id = id)") private int payment_items;
}
