package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sqltext.oracle.ParseResult;
import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OracleTest {
    private final OracleComparison comparison = new OracleComparison();

    @Test
    void statements() throws IOException {
        PgParser parser = PgParser.shared();
        for (String file : List.of(System.getProperty("oracle.files", "").split(","))) {
            Stream<String> texts = file.endsWith(".txt")
                    ? Stream.of(Files.readString(Path.of(file)).split("\n\n"))
                            .map(t -> t.lines().filter(l -> !l.startsWith("  ")).reduce("", (a, b) -> a + "\n" + b))
                    : ScriptSplitter.split(Files.readString(Path.of(file))).stream()
                            .map(ScriptStatement::text);
            for (String sql : texts.toList()) {
                ParseResult result = parser.parse(sql);
                if (result instanceof ParseTree tree) {
                    comparison.compare(tree);
                }
            }
        }
        comparison.differences().forEach(System.out::println);
        System.out.println(comparison);
        assertThat(comparison.differences()).isEmpty();
    }
}
