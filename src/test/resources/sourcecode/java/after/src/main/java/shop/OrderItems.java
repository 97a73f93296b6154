package shop;

import javax.persistence.*;

@Entity
@Table(name = "order_items", schema = "ecommerce")
class OrderItems {
    @Id
    long id;
}

@Entity(name = "Users")
@Table(name = "users", schema = "saas_platform")
class Person {}

@Entity @Table(name = "products", schema = "ecommerce") class Products {}

@Entity
@Table(indexes = @Index(columnList = "id"), schema = "ai_services")
class Topics {}

@Entity
@Table(schema = "ai_services")
class Recommendations {}

@Entity
class Kept {}

@MappedSuperclass
class Notifications {}

@Embeddable
class Sessions {}
