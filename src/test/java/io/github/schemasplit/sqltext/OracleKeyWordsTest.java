package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Our reader against PostgreSQL's own parser on statements with a key word in every place for a name, as far as the grammar
 * lets the word stand there. Of all of these, every few are tried, and all with {@code -Doracle.statements=20000}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>
 */
class OracleKeyWordsTest {
    private static final Path FOLDER = Path.of("src/test/resources/oracle/words");
    private static final int STEP = Integer.getInteger("oracle.statements", 0) < 20_000 ? 13 : 1;
    /** What is as good as never written: DEFAULT for the condition of a join. */
    private static final String NEVER = " ON default JOIN ";

    @Test
    void findsTheReferencesOfThePostgresParser() throws IOException {
        PgParser parser = PgParser.shared();
        OracleComparison comparison = new OracleComparison();
        List<String> broken = new ArrayList<>();
        List<String> statements = statements();
        for (int i = 0; i < statements.size(); i += STEP) {
            if (parser.parse(statements.get(i)) instanceof ParseTree tree && comparison.compare("words", tree)) {
                OracleEdit.breaks(parser, tree).ifPresent(broken::add);
            }
        }
        System.out.println(comparison);
        assertThat(comparison.statements()).isGreaterThan(statements.size() / STEP / 2);
        assertThat(comparison.differences()).isEmpty();
        assertThat(broken).isEmpty();
    }

    private static List<String> statements() throws IOException {
        List<String> words =
                List.of(Files.readString(FOLDER.resolve("key-words.txt")).split("\\s+"));
        return Files.readAllLines(FOLDER.resolve("places.txt")).stream()
                .flatMap(place -> words.stream().map(word -> place.replace("@", word)))
                .filter(statement -> !statement.contains(NEVER))
                .toList();
    }
}
