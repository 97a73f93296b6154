package shop;

import javax.persistence.*;

@Entity
class OrderItems {
    @Id
    long id;
}

@Entity(name = "Users")
class Person {}

@Entity class Products {}

@Entity
@Table(indexes = @Index(columnList = "id"))
class Topics {}

@Entity
@Table
class Recommendations {}

@Entity
class Kept {}

@MappedSuperclass
class Notifications {}

@Embeddable
class Sessions {}
