package a;
import jakarta.persistence.*;
import org.hibernate.annotations.*;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
@Entity
@Table(name = "`users`", schema = "saas_platform")
@SQLRestriction("id in (select user_id from ecommerce.orders)")
@NamedStoredProcedureQuery(name = "orders", procedureName = "place_order", parameters = @StoredProcedureParameter(name = "users"))
@SqlResultSetMapping(name = "orders", entities = @EntityResult(entityClass = Order.class, fields = @FieldResult(name = "users", column = "users")))
public class Order extends PanacheEntityBase {
  @ManyToMany @JoinTable(name = "order_items", schema = "ecommerce", foreignKey = @ForeignKey(name = "users"), inverseForeignKey = @ForeignKey(name = "orders")) java.util.Set<Order> s;
  @Enumerated @Column(columnDefinition = "text default 'orders'") String users;
  @Filter(name = "orders", condition = "exists (select 1 from saas_platform.sessions s where s.id = id)") Object f;
  @Check(constraints = "users > 0") int c;
  static final String T = "profiles";
  static String sql(String w) { return """
     select * from saas_platform.%s where %s
     """.formatted(T, w); }
  void x(org.jooq.DSLContext d, Connection c) throws Exception {
    try (PreparedStatement ps = c.prepareStatement("MERGE INTO ecommerce.products p USING (VALUES (?)) v(id) ON p.id = v.id WHEN MATCHED THEN UPDATE SET x = 1")) {}
    try (CallableStatement cs = c.prepareCall("{ ? = call ecommerce.place_order(?) }")) {}
    c.createStatement().executeQuery("select * from ecommerce.orders order by id desc");
    c.createStatement().executeUpdate("vacuum analyze saas_platform.users");
    meta.getTables(null, "public", "orders", null);
    meta.getColumns(null, null, "users", null);
    copyManager.copyIn("COPY saas_platform.users(id) FROM STDIN", in);
    flyway.schemas("public"); 
    String sel = "SELECT o.* ".concat("FROM ecommerce.orders o");
    var b = new StringBuilder("SELECT * FROM saas_platform.users WHERE 1=1"); b.append(" AND id IN (SELECT user_id FROM saas_platform.sessions)");
    String s = String.join(" ", "SELECT *", "FROM ai_services.topics", "WHERE id = ?");
    Query q = em.createNativeQuery("SELECT * FROM saas_platform." + Order.T + " WHERE id = 1");
    jdbcTemplate.batchUpdate("INSERT INTO ai_services.recommendations(id) VALUES(?)", args);
    new JdbcPagingItemReaderBuilder<>().fromClause("FROM ecommerce.orders o").selectClause("SELECT *").sortKeys(m);
    new JdbcCursorItemReaderBuilder<>().sql("SELECT * FROM saas_platform.users").build();
    pgClient.preparedQuery("INSERT INTO saas_platform.users VALUES ($1)");
    SqlTemplate.forQuery(p, "SELECT * FROM saas_platform.customer WHERE id=#{id}");
    Multi.from("users");
  }
}
class N { void g() { st.execute("reindex table saas_platform.users"); st.execute("analyze"); st.execute("vacuum (full, analyze) saas_platform.users"); log.info("analyze users"); render("Analyze users"); } }
