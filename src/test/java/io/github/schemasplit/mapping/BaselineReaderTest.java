package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineReaderTest {
    private static final Baseline NOTHING = new Baseline("b.yml", List.of());

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackAndWrittenTheSame() {
        String letters63 = "é".repeat(31) + "x";
        Set<Crossing> crossings = Set.of(
                Crossing.of(CrossingKind.VIEW, QualifiedName.of("shop", "totals"), QualifiedName.of("crm", "b")),
                Crossing.of(CrossingKind.VIEW, QualifiedName.of("shop", "totals"), QualifiedName.of("crm", "a")),
                Crossing.of(CrossingKind.ROUTINE, QualifiedName.of("a\"b", "select"), QualifiedName.of("it's", " # x")),
                Crossing.of(
                        CrossingKind.ROUTINE,
                        QualifiedName.of("s", "a\nb\\\u2028\u0085"),
                        QualifiedName.of("😀", "\t")),
                Crossing.ofForeignKey(
                        QualifiedName.of("My Shop", letters63),
                        List.of(Identifier.of("a -> b"), Identifier.of("null")),
                        QualifiedName.of("crm", "no"),
                        List.of(Identifier.of("- :"), Identifier.of("x"))));
        String text = BaselineText.of(NOTHING.changed(crossings, Set.of()));
        Baseline read = read(text).baseline().orElseThrow();
        assertThat(read.crossings()).containsExactlyInAnyOrderElementsOf(crossings);
        assertThat(BaselineText.of(read)).isEqualTo(text);
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "version: 1",
                        "foreignKeys:",
                        "  - '\"My Shop\".\"" + letters63 + "\" (\"a -> b\", \"null\") -> crm.no (\"- :\", x)'",
                        "views:",
                        "  - shop.totals -> crm.a",
                        "  - shop.totals -> crm.b",
                        "routines:",
                        "  - '\"a\"\"b\".\"select\" -> \"it''s\".\" # x\"'",
                        "  - \"s.\\\"a\\U0000000ab\\\\\\U00002028\\U00000085\\\" -> \\\"😀\\\".\\\"\\U00000009\\\"\"");
    }

    @Test
    void aBaselineInWhichNothingMayCrossHasItsVersionAlone() {
        String text = BaselineText.of(NOTHING);
        assertThat(text).endsWith("\nversion: 1\n");
        assertThat(read(text).baseline().orElseThrow().entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            views: [a.b -> c.d] | b.yml:1:1: version is missing; write version: 1
            version: 2\\nfrom: later | b.yml:1:10: the baseline has format 2, and this version of the plugin reads format 1; use the version of the plugin that wrote it, or a later one
            version: one | b.yml:1:10: version wants the number of the format, 1, and here is the text 'one'
            version: 1\\nview: [a.b -> c.d] | b.yml:2:1: the key 'view' is not known in a baseline; did you mean views? Write one of version, foreignKeys, views, routines
            version: 1\\nviews: a.b -> c.d | b.yml:2:8: views wants a list of views, such as shop.order_totals -> billing.invoices, and here is the text 'a.b -> c.d'
            version: 1\\nviews:\\n- {a: b} | b.yml:3:3: views wants a view at each place of its list, such as shop.order_totals -> billing.invoices, and here is a map
            version: 1\\nroutines: [a.b -> c] | b.yml:2:12: routines wants a routine at each place of its list, such as shop.order_totals -> billing.invoices, and here is the text 'a.b -> c'
            version: 1\\nforeignKeys: [a.b -> c.d] | b.yml:2:15: foreignKeys wants a foreign key at each place of its list, such as shop.orders (customer_id) -> crm.customers (id), and here is the text 'a.b -> c.d'
            version: 1\\nviews:\\n- a.b -> c.d\\n- a.b -> c.d | b.yml:4:3: the view 'a.b -> c.d' is in this list already, at b.yml:3:3; remove one
            version: 1\\nversion: 1 | b.yml:2:1: the key 'version' is there already, at b.yml:1:1; put both into one, or remove one
            - a | b.yml:1:1: a baseline wants a map with the key version, and here is a list
            # | b.yml:1:2: the file holds no baseline; remove it, and write it anew with schema:verify -Dschema.baseline.update
            version: 1\\n<<<<<<< mine\\nviews: [] | b.yml:3:1: this is not YAML: could not find expected ':'; check the indentation and the brackets here and above, and put names with special characters in quotes
            """)
    void whatIsWrongIsSaidWithItsPlace(String text, String problem) {
        ParsedBaseline parsed = read(text.replace("\\n", "\n"));
        assertThat(parsed.baseline()).isEmpty();
        assertThat(parsed.problems()).extracting(MappingProblem::toString).containsExactly(problem);
    }

    @Test
    void aFileThatIsNotThereIsSaidWithWhatMakesIt() {
        assertThat(BaselineReader.read(folder.resolve("none.yml"), "none.yml").problems())
                .extracting(MappingProblem::toString)
                .containsExactly("none.yml: there is no such file; write it with schema:verify"
                        + " -Dschema.baseline.update, or set schema.baseline to the one that you mean");
        assertThat(BaselineReader.read(folder, "folder").problems())
                .extracting(MappingProblem::toString)
                .containsExactly("folder: this is a folder; set schema.baseline to the YAML file in it");
    }

    private static ParsedBaseline read(String text) {
        return BaselineReader.read(text, "b.yml");
    }
}
