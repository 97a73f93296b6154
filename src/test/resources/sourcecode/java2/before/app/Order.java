package app;

import static app.Model.ORDERS_TABLE;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = ORDERS_TABLE)
class Order {
    @ElementCollection
    private Set<String> items;

    @OneToMany(mappedBy = "orders")
    private Set<User> users;
}

@Entity
@Table(name = "USERS", uniqueConstraints = @UniqueConstraint(columnNames = "orders"))
class User {}

@Entity
@Table(name = "`topics`")
class Topic {}

@Entity
@Table(name = Names.ALIAS, schema = "public")
class Alias {}

@Entity
@Table(name = Names.PRODUCTS,
       indexes = {@Index(name = "orders", columnList = "users")})
class Product {}
