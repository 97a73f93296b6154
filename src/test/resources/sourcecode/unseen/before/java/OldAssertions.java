import org.junit.Assert;
class F {
  void a() {
    Assert.assertEquals("SELECT * FROM orders WHERE id = 1", 1, n);
    Assert.assertEquals("SELECT * FROM orders WHERE id = 1", sql);
    Assert.assertTrue("SELECT * FROM users WHERE id = 1", ok);
    assertThat(sql, is("SELECT * FROM orders WHERE id = 1"));
    assertThat(sql).isEqualTo("SELECT * FROM users WHERE id = 1");
    verify(jdbc).update("DELETE FROM users WHERE id = ?", 1);
    fail("DELETE FROM users WHERE id = 1");
    jdbc.query("SELECT ID FROM USERS");
    String sql = "SELECT NAME FROM TOPICS";
    String s2 = "SELECT O.ID FROM ORDERS O";
    label.setText("PLEASE SELECT FROM USERS");
    String t = "UPDATE USERS SET";
    String b = "DELETE FROM USERS";
    throw new IllegalStateException(String.format("DELETE FROM %s WHERE id = 1", "orders"));
  }
}
