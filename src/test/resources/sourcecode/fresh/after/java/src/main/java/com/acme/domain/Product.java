package com.acme.domain;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;
import org.hibernate.annotations.*;

/** A product of the shop; rows of products that were sold stay. */
@Entity(name = "products")
@Table(
        name = "products",
        schema = "ecommerce",
        uniqueConstraints = @UniqueConstraint(name = "products_sku_key", columnNames = {"sku"}),
        indexes = {@Index(name = "idx_products_sku", columnList = "sku")})
@SQLDelete(sql = "update ecommerce.products set deleted_at = now() where id = ? and version = ?")
@Where(clause = "deleted_at is null and owner_id in (select u.id from saas_platform.users u where u.active)")
@NamedNativeQueries({
    @NamedNativeQuery(
            name = "products.topSellers",
            query = "select p.* from ecommerce.products p join ecommerce.order_items i on i.product_id = p.id group by p.id",
            resultClass = Product.class),
    @NamedNativeQuery(name = "products.count", query = "select count(*) as c from ecommerce.products", resultSetMapping = "products")
})
@NamedQuery(name = "Product.orders", query = "select p from products p where p.name = :name")
@FilterDef(name = "products", parameters = @ParamDef(name = "users", type = Long.class))
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "products")
    @SequenceGenerator(name = "products", sequenceName = "products_id_seq", allocationSize = 1)
    private Long id;

    @Column(name = "users")
    private Integer users;

    @Formula("(select count(*) from ecommerce.order_items oi where oi.product_id = id)")
    private long sold;

    @ManyToMany
    @JoinTable(
            name = "order_items",
            schema = "ecommerce",
            joinColumns = @JoinColumn(name = "products"),
            inverseJoinColumns = @JoinColumn(name = "orders"))
    private Set<PurchaseOrder> orders = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "search_history", schema = "ai_services", joinColumns = @JoinColumn(name = "topics"))
    @Column(name = "topics")
    private List<String> topics = new ArrayList<>();

    @ColumnTransformer(read = "(select name from saas_platform.profiles where id = profile_id)")
    private String profile;

    @OneToMany(mappedBy = "products")
    @OrderBy("users asc")
    private List<Object> sessions;

    @Subselect("select u.id, u.email from saas_platform.users u")
    @Synchronize({"users", "orders"})
    @Immutable
    @Entity
    static class UserView {
        @Id
        Long id;
    }

    @Entity
    @Table(schema = "ecommerce", name = "payment_items")
    @SecondaryTable(name = "profiles", schema = "saas_platform", pkJoinColumns = @PrimaryKeyJoinColumn(name = "users"))
    static class PaymentItem {
        @Id
        @TableGenerator(name = "orders", schema = "saas_platform", table = "device_credentials", pkColumnName = "orders", pkColumnValue = "users")
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "orders")
        Long id;

        @Column(name = "recommendations", table = "profiles")
        String recommendations;
    }
}
