package a;
import jakarta.persistence.*;
import org.hibernate.annotations.*;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
@Entity
@Table(name = "`users`")
@SQLRestriction("id in (select user_id from orders)")
@NamedStoredProcedureQuery(name = "orders", procedureName = "place_order", parameters = @StoredProcedureParameter(name = "users"))
@SqlResultSetMapping(name = "orders", entities = @EntityResult(entityClass = Order.class, fields = @FieldResult(name = "users", column = "users")))
public class Order extends PanacheEntityBase {
  @ManyToMany @JoinTable(name = "order_items", foreignKey = @ForeignKey(name = "users"), inverseForeignKey = @ForeignKey(name = "orders")) java.util.Set<Order> s;
  @Enumerated @Column(columnDefinition = "text default 'orders'") String users;
  @Filter(name = "orders", condition = "exists (select 1 from sessions s where s.id = id)") Object f;
  @Check(constraints = "users > 0") int c;
  static final String T = "profiles";
  static String sql(String w) { return """
     select * from %s where %s
     """.formatted(T, w); }
  void x(org.jooq.DSLContext d, Connection c) throws Exception {
    try (PreparedStatement ps = c.prepareStatement("MERGE INTO products p USING (VALUES (?)) v(id) ON p.id = v.id WHEN MATCHED THEN UPDATE SET x = 1")) {}
    try (CallableStatement cs = c.prepareCall("{ ? = call place_order(?) }")) {}
    c.createStatement().executeQuery("select * from orders order by id desc");
    c.createStatement().executeUpdate("vacuum analyze users");
    meta.getTables(null, "public", "orders", null);
    meta.getColumns(null, null, "users", null);
    copyManager.copyIn("COPY users(id) FROM STDIN", in);
    flyway.schemas("public"); 
    String sel = "SELECT o.* ".concat("FROM orders o");
    var b = new StringBuilder("SELECT * FROM users WHERE 1=1"); b.append(" AND id IN (SELECT user_id FROM sessions)");
    String s = String.join(" ", "SELECT *", "FROM topics", "WHERE id = ?");
    Query q = em.createNativeQuery("SELECT * FROM " + Order.T + " WHERE id = 1");
    jdbcTemplate.batchUpdate("INSERT INTO recommendations(id) VALUES(?)", args);
    new JdbcPagingItemReaderBuilder<>().fromClause("FROM orders o").selectClause("SELECT *").sortKeys(m);
    new JdbcCursorItemReaderBuilder<>().sql("SELECT * FROM users").build();
    pgClient.preparedQuery("INSERT INTO users VALUES ($1)");
    SqlTemplate.forQuery(p, "SELECT * FROM customer WHERE id=#{id}");
    Multi.from("users");
  }
}
class N { void g() { st.execute("reindex table users"); st.execute("analyze"); st.execute("vacuum (full, analyze) users"); log.info("analyze users"); render("Analyze users"); } }
