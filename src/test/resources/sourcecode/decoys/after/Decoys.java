package shop;

import java.util.List;
import org.slf4j.Logger;

/** Orders of users: {@code DELETE FROM orders}. */
class Decoys {
    // SELECT * FROM orders
    static final String ROLE = "users";
    static final List<String> TABS = List.of("orders", "users", "topics");
    static final String TOPIC = "orders.created";
    static final String ROUTE = "/orders/{users}";
    static final String JSON = "{\"orders\": \"users\"}";
    private Logger log;

    @GetMapping("/orders")
    @PreAuthorize("hasRole('users')")
    @Cacheable("orders")
    @KafkaListener(topics = "orders")
    @Value("${users.orders}")
    @JsonProperty("orders")
    @Column(name = "users")
    @Qualifier("sessions")
    @Scheduled(cron = "orders")
    @Schema(description = "select * from orders")
    @Operation(summary = "Delete from users")
    @DisplayName("update orders set by users = 1")
    @Test
    void annotations() {}

    @NamedQuery(name = "q", query = "select o from orders o where o.users = :users")
    @Query("select u from users u where u.orders = ?1")
    void entities() {}

    void prose(EntityManager em, Bean bean) {
        log.info("Unassign from customer");
        log.warn("SELECT * FROM orders WHERE id = {}", 1);
        log.error("Can't update device_credentials set to {}", 1);
        throw new IllegalArgumentException("delete from users where id = 1 failed");
    }

    void more(EntityManager em, Bean bean) {
        String a = "Unassign from customer";
        String b = "update device_credentials";
        String c = "Assigned users from customer to the orders";
        String d = "Insert into orders";
        String e = "from users";
        String f = "join users";
        String g = "Select one of the products from orders";
        String h = "The users of topics";
        String i = "Failed to select topics from orders";
        String j = "users from orders join topics";
        String k = "truncate";
        String l = "Updated orders set";
        String m = "select orders";
        String n = "Delete from the users";
        String o = "insert into your orders";
        String p = "copy orders from users to topics";
        String q = "lock orders";
        String r = "comment on orders";
        String s = "call users";
        String t = "grant orders to users";
        String u = "update the users set";
        em.createQuery("select o from orders o where o.users = 1");
        em.createQuery("delete from users u where u.id = 1").executeUpdate();
        em.createNamedQuery("orders");
        bean.from("orders").join("users").table("topics").name("orders");
        bean.schema("orders").index("users");
        map.put("orders", map.get("users"));
        assertThat(bean.users()).isEqualTo("orders");
        event.publish("orders", "users");
        String jpql = "select o from orders o where o.id = 1";
        String hql = "update users set x = 1";
        char quote = '"';
        String v = "FROM orders_archive";
        String w = "SELECT * FROM archive.orders WHERE id = ?";
        String x = "SELECT * FROM ecommerce.orders WHERE id = ?";
        String y = "WITH users AS (SELECT 1) SELECT * FROM users WHERE id = ?";
        String z = "SELECT users, orders.topics FROM kept orders WHERE users = ?";
        button.setTooltip("Delete from orders where users = 0");
        label.setCaption("Select * from users where id = 1");
    }
}
