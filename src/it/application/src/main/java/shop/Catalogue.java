package shop;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class Catalogue {
    private static final String PRODUCTS = "products";
    private static final String SELECT = "SELECT p.name FROM " + PRODUCTS + " p ";

    private final JdbcTemplate jdbc;

    Catalogue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<String> names(String prefix) {
        return jdbc.queryForList(SELECT + "WHERE p.name LIKE ? ORDER BY p.id", String.class, prefix + "%");
    }

    /** Countries stay where they are. */
    long countries() {
        return jdbc.queryForObject("SELECT count(*) FROM countries c WHERE c.name <> 'products'", Long.class);
    }
}
