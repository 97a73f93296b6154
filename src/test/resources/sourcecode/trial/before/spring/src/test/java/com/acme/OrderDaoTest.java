package com.acme;
import static org.assertj.core.api.Assertions.*;
import org.junit.jupiter.api.*;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.jdbc.JdbcTestUtils;
class OrderDaoTest {
    @BeforeEach void clean() { JdbcTestUtils.deleteFromTables(jdbc, "orders", "users"); }
    @Test @DisplayName("select from orders where users") @Sql(statements = "INSERT INTO users (id) VALUES (1)") @Sql("/orders.sql")
    void orders() throws Exception {
        assertThat(JdbcTestUtils.countRowsInTable(jdbc, "orders")).isEqualTo(1);
        mvc.perform(get("/orders").param("users", "1")).andExpect(jsonPath("$.orders").value("users"));
        assertThat(sql).isEqualTo("SELECT * FROM orders WHERE id = ?").contains("users");
        when(dao.find("orders")).thenReturn("users");
    }
}
