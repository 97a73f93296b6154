package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL's own parser, of version 18: what our reader of SQL text is measured by.
 *
 * <p>It is the server's C code as npm's package {@code libpg-query} has it, compiled to WebAssembly. One text at a time.
 */
public final class PgParser {
    private static final NpmPackage PACKAGE = new NpmPackage("libpg-query", "18.1.5");
    private static final Path DIRECTORY = Path.of("target", "pg-parser");

    /** Long expressions are deep trees. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final NodeProgram program;

    private PgParser(NodeProgram program) {
        this.program = program;
    }

    /**
     * The parser, which is made once for all tests of a run.
     *
     * @throws TestAbortedException if it cannot be had on this machine; the test is then skipped
     * @throws IllegalStateException instead, with {@code -Doracle.required=true}
     */
    public static PgParser shared() {
        if (Shared.PARSER instanceof PgParser parser) {
            return parser;
        }
        TestAbortedException skipped = (TestAbortedException) Shared.PARSER;
        if (Boolean.getBoolean("oracle.required")) {
            throw new IllegalStateException("the tests of what reads SQL text must not be skipped", skipped);
        }
        throw skipped;
    }

    /** Reads the statements in {@code sql}. */
    public ParseResult parse(String sql) {
        if (sql.indexOf('\0') >= 0) {
            return new ParseError("the server takes no text with a NUL", sql.indexOf('\0') + 1);
        }
        JsonNode answer = answer("parse", sql);
        return answer.has("tree")
                ? new ParseTree(sql, answer.path("tree"))
                : new ParseError(
                        answer.path("message").asText(), answer.path("position").asInt());
    }

    /**
     * The tree of {@code sql}.
     *
     * @throws IllegalArgumentException if it is not SQL
     */
    public ParseTree tree(String sql) {
        ParseResult result = parse(sql);
        if (result instanceof ParseTree tree) {
            return tree;
        }
        throw new IllegalArgumentException(result + ": " + sql);
    }

    /**
     * Reads the bodies of the PL/pgSQL routines that {@code sql}, CREATE FUNCTION, CREATE PROCEDURE or DO, makes or runs.
     *
     * <p>What they hold of SQL is text in its answer: {@code query} of each {@code PLpgSQL_expr}.
     *
     * @return their trees, an array
     * @throws IllegalArgumentException with the server's message if one is not PL/pgSQL
     */
    public JsonNode plpgsql(String sql) {
        JsonNode answer = answer("plpgsql", sql);
        if (!answer.has("tree")) {
            throw new IllegalArgumentException(answer.path("message").asText());
        }
        return answer.at("/tree/plpgsql_funcs");
    }

    private JsonNode answer(String question, String sql) {
        try {
            return JSON.readTree(program.answer(JSON.writeValueAsString(List.of(question, sql))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    private static Object open() {
        try {
            Path parser = PACKAGE.in(DIRECTORY).resolve(Path.of("package", "wasm", "libpg-query.js"));
            return new PgParser(new NodeProgram(
                    "/oracle/parser.js", List.of(parser.toAbsolutePath().toString())));
        } catch (TestAbortedException e) {
            return e;
        }
    }

    private static final class Shared {
        /** The parser, or why there is none. */
        static final Object PARSER = open();
    }
}
