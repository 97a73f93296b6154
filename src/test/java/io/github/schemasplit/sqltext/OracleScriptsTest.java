package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import io.github.schemasplit.sqltext.oracle.RoutineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our reader against PostgreSQL's own parser on every statement and every body of the sample's scripts and of those that hold
 * each clause of each statement once, or of those that {@code -Doracle.scripts=one.sql,two.sql} names.
 */
class OracleScriptsTest {
    private static final List<Path> DIRECTORIES =
            List.of(Path.of("src/it/demo/database"), Path.of("src/test/resources/oracle"));
    private static final String SCRIPTS = System.getProperty("oracle.scripts", "");

    private final PgParser parser = PgParser.shared();
    private final OracleComparison comparison = new OracleComparison();
    private final List<String> broken = new ArrayList<>();
    private int bodies;
    private int inBodies;
    private final List<String> missing = new ArrayList<>();
    private final List<String> surplus = new ArrayList<>();

    @Test
    void findsTheReferencesOfThePostgresParser() throws IOException {
        for (Path script : scripts()) {
            for (ScriptStatement statement : ScriptSplitter.split(Files.readString(script))) {
                ParseTree tree = parser.tree(statement.text());
                if (comparison.compare(script.getFileName().toString(), tree)) {
                    OracleComparison.brokenByEdits(parser, tree).ifPresent(edit -> broken.add(statement.text() + edit));
                }
                for (RoutineText routine : tree.routines()) {
                    body(routine, statement.text());
                }
            }
        }
        System.out.println(comparison);
        System.out.printf(
                Locale.ROOT,
                "%d bodies in PL/pgSQL with %d references, %d missing, %d surplus%n",
                bodies,
                inBodies,
                missing.size(),
                surplus.size());
        assertThat(comparison.statements()).isPositive();
        assertThat(comparison.differences()).isEmpty();
        assertThat(broken).isEmpty();
        assertThat(missing).isEmpty();
        assertThat(surplus).isEmpty();
    }

    private static List<Path> scripts() throws IOException {
        if (!SCRIPTS.isEmpty()) {
            return Arrays.stream(SCRIPTS.split(",")).map(Path::of).toList();
        }
        List<Path> scripts = new ArrayList<>();
        for (Path directory : DIRECTORIES) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(scripts::add);
            }
        }
        return scripts;
    }

    private void body(RoutineText routine, String statement) {
        switch (routine.language()) {
            case "sql" -> comparison.compare("SQL bodies", parser.tree(routine.body()));
            case "plpgsql" -> plpgsql(routine.body(), parser.plpgsql(statement));
            default -> {}
        }
    }

    /** What is not in an expression must be in a declaration. */
    private void plpgsql(String body, JsonNode tree) {
        List<String> expected = new ArrayList<>();
        for (JsonNode expression : tree.findValues("PLpgSQL_expr")) {
            references(expression.path("query").asText()).references().stream()
                    .map(r -> r.kind() + " " + String.join(".", r.names()))
                    .forEach(expected::add);
        }
        List<String> types = tree.findValuesAsText("typname");
        List<Token> strings = Lexer.tokens(body, StringSyntax.STANDARD).stream()
                .filter(token -> token.kind() == TokenKind.STRING || token.kind() == TokenKind.DOLLAR_STRING)
                .toList();
        List<String> rest = new ArrayList<>(expected);
        for (Reference reference : References.ofPlpgsql(body, StringSyntax.STANDARD)) {
            String name = String.join(
                    ".",
                    reference.parts().stream().map(p -> p.identifier().value()).toList());
            String text = body.substring(reference.start(), reference.end());
            // What is in a string is data to the parser.
            if (strings.stream().noneMatch(s -> s.start() <= reference.start() && reference.end() <= s.end())
                    && !rest.remove(reference.kind() + " " + name)
                    && types.stream().noneMatch(type -> type.contains(text) || type.contains(name))) {
                surplus.add(reference.kind() + " " + name + " in " + body);
            }
        }
        rest.stream().map(r -> r + " in " + body).forEach(missing::add);
        bodies++;
        inBodies += expected.size();
    }

    /** An expression, the assignment of one, or a statement. */
    private ParseTree references(String query) {
        int assigned = query.indexOf(":=");
        return Stream.of(query, "SELECT " + query, "SELECT " + query.substring(assigned < 0 ? 0 : assigned + 2))
                .map(parser::parse)
                .filter(ParseTree.class::isInstance)
                .map(ParseTree.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(query));
    }
}
