package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What did not move works all the time. */
class StayedTest {
    @Test
    void tableThatStays() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + Database.port() + "/postgres?user=" + Database.USER);
        assertTrue(new Catalogue(new JdbcTemplate(source)).countries() > 0);
    }
}
