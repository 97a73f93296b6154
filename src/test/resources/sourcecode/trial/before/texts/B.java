package x;
import org.springframework.data.mongodb.core.query.Query;
import jakarta.jms.*;
class B {
  @Cacheable(value = "orders", key = "#users") @Timed("users") @Transactional("orders") @Bean("users") @ConditionalOnProperty(prefix = "orders", name = "users")
  void a(Logger log, Mailer m, Session s, io.restassured.RestAssured r) {
    log.atInfo().log("select * from orders where id = 1");
    m.from("orders").to("users").send();
    s.createQueue("orders"); s.createQuery("from users where id = 1");
    String ql = "SELECT * FROM orders WHERE id = 1";
    throw new BadSql("delete from users where id = 1");
  }
  static final String MSG = "Cannot insert into orders (read only)", MSG2 = "Please update users set in the admin = page";
  String cql = "SELECT * FROM users WHERE id = ?";
  String hql = "SELECT u FROM users u WHERE u.id = 1";
  String url = "https://x/orders?sql=select * from users where id = 1";
  String jsonPath = "$.orders[?(@.users == 1)]";
  String influx = "from(bucket: \"orders\") |> range(start: -1h)";
  void es() { client.search(s -> s.index("posts")); reactor.core.publisher.Flux.just("orders").join("users"); String.join("orders", "users"); Path.of("files").resolve("users"); }
}
