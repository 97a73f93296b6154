package app;

import static app.Model.ORDERS_TABLE;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = ORDERS_TABLE, schema = "ecommerce")
class Order {
    @ElementCollection
    private Set<String> items;

    @OneToMany(mappedBy = "orders")
    private Set<User> users;
}

@Entity
@Table(name = "USERS", schema = "saas_platform", uniqueConstraints = @UniqueConstraint(columnNames = "orders"))
class User {}

@Entity
@Table(name = "`topics`", schema = "ai_services")
class Topic {}

@Entity
@Table(name = Names.ALIAS, schema = "ecommerce")
class Alias {}

@Entity
@Table(name = Names.PRODUCTS, schema = "ecommerce",
       indexes = {@Index(name = "orders", columnList = "users")})
class Product {}
