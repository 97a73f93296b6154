package com.acme;

import org.junit.jupiter.api.*;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.jdbc.JdbcTestUtils;
import static com.ninja_squad.dbsetup.Operations.*;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@Sql(statements = {"insert into saas_platform.users(id) values (1)", "insert into ecommerce.orders(id, user_id) values (1, 1)"})
@Sql(scripts = "/users.sql", statements = "delete from saas_platform.sessions")
class OrderIT {
    @AfterEach
    void clean() {
        JdbcTestUtils.deleteFromTables(jdbcTemplate, "ecommerce.orders", "saas_platform.users");
        assertThat(JdbcTestUtils.countRowsInTable(jdbcTemplate, "ecommerce.orders")).isZero();
        JdbcTestUtils.deleteFromTableWhere(jdbc, "saas_platform.users", "id = ?", 1);
    }

    @Test
    @DisplayName("select from orders works")
    @Sql("/orders.sql")
    void orders() throws Exception {
        mvc.perform(get("/orders").param("users", "1")).andExpect(jsonPath("$.orders").value("users"));
        assertThat(jdbc.queryForObject("select count(*) from ecommerce.orders", Long.class)).isEqualTo(1);
        assertDbConnection.table("orders").build();
        Table t = new Table(dataSource, "orders");
        IDataSet d = new FlatXmlDataSetBuilder().build(getClass().getResource("users.xml"));
        Operation op = sequenceOf(deleteAllFrom("orders", "users"), insertInto("users").columns("id").values(1).build());
        when(repository.findAll()).thenReturn(List.of("orders"));
        verify(jdbc).update(eq("DELETE FROM ecommerce.orders WHERE id = ?"), anyLong());
    }
}
