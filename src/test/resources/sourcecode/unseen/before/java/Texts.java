package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class Texts {
    static final String TITLE = "SELECT A GROUP FROM USERS LIST";
    static final String HINT = "SELECT YOUR PROFILE FROM PROFILES (TOP LEFT)";
    static final String CARD = "FROM USERS WITH LOVE";
    static final String SIGN = "JOIN USERS ON THE BEACH";
    static final String NOTE = "INSERT INTO ORDERS AS A NOTE";
    static final String MENU = "SELECT AN ENTRY FROM TOPICS";
    static final String HELP = "SELECT a row FROM users";
    static final String OLD = "SELECT ID, NAME FROM CUSTOMER WHERE ID = ?";
    static final String TAIL = "SELECT PRICE FROM PRODUCTS ORDER BY PRICE";
    static final String OPEN = "SELECT NAME FROM PROFILES";

    void asserts(String sql, boolean done) {
        assertEquals("SELECT id FROM orders WHERE id = 1", sql, "SELECT id FROM orders WHERE id = 1 is wanted");
        assertTrue(done, "DELETE FROM users WHERE id = 1 failed");
        assertThat(sql).as("SELECT * FROM orders WHERE id = 1").isEqualTo(sql);
        assertThat(sql).withFailMessage("UPDATE users SET x = 1 failed").isNull();
    }
}
