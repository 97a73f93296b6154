package io.github.schemasplit.sqltext.oracle;

import com.dylibso.chicory.wasm.ChicoryException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL's own parser, of version 18: what our reader of SQL text is measured by.
 *
 * <p>It is the server's C code as npm's package {@code libpg-query} has it, compiled to WebAssembly. One text at a time.
 */
public final class PgParser {
    private static final NpmPackage PACKAGE = new NpmPackage("libpg-query", "18.1.5");
    private static final Path DIRECTORY = Path.of("target", "pg-parser");

    /** Where a result of {@code wasm_parse_query_raw} has its tree and its error, and an error its message and its position. */
    private static final int TREE = 0;

    private static final int ERROR = 8;
    private static final int MESSAGE = 0;
    private static final int POSITION = 16;

    /** Long expressions are deep trees. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build());

    private final EmscriptenProgram program;
    private EmscriptenProgram.Running running;

    private PgParser(EmscriptenProgram program) {
        this.program = program;
        this.running = program.start();
    }

    /**
     * The parser, which is made once for all tests of a run, since that takes seconds.
     *
     * @throws TestAbortedException if it cannot be had on this machine; the test is then skipped
     */
    public static PgParser shared() {
        if (Shared.PARSER instanceof PgParser parser) {
            return parser;
        }
        throw (TestAbortedException) Shared.PARSER;
    }

    /** Reads the statements in {@code sql}. */
    public synchronized ParseResult parse(String sql) {
        if (sql.indexOf('\0') >= 0) {
            return new ParseError("the server takes no text with a NUL", sql.indexOf('\0') + 1);
        }
        return guarded(() -> {
            int text = write(sql);
            int result = (int) running.call("_wasm_parse_query_raw", text);
            int error = running.memory().readInt(result + ERROR);
            ParseResult read = error == 0
                    ? new ParseTree(sql, json(string(running.memory().readInt(result + TREE))))
                    : new ParseError(
                            string(running.memory().readInt(error + MESSAGE)),
                            running.memory().readInt(error + POSITION));
            running.call("_wasm_free_parse_result", result);
            running.call("_free", text);
            return read;
        });
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
    public synchronized JsonNode plpgsql(String sql) {
        String answer = guarded(() -> {
            int text = write(sql);
            int result = (int) running.call("_wasm_parse_plpgsql", text);
            String read = string(result);
            running.call("_wasm_free_string", result);
            running.call("_free", text);
            return read;
        });
        if (!answer.startsWith("{")) {
            throw new IllegalArgumentException(answer);
        }
        return json(answer).path("plpgsql_funcs");
    }

    /** Runs it; after a failure of the program itself, the next text gets a new one. */
    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (ChicoryException | IllegalStateException | StackOverflowError e) {
            running = program.start();
            throw e;
        }
    }

    private int write(String sql) {
        byte[] bytes = (sql + '\0').getBytes(StandardCharsets.UTF_8);
        int address = (int) running.call("_malloc", bytes.length);
        running.memory().write(address, bytes);
        return address;
    }

    private String string(int address) {
        return running.memory().readCString(address, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Object open() {
        try {
            Path wasm = PACKAGE.in(DIRECTORY).resolve("package").resolve("wasm");
            return new PgParser(EmscriptenProgram.read(
                    wasm.resolve("libpg-query.wasm"), wasm.resolve("libpg-query.js"), DIRECTORY));
        } catch (TestAbortedException e) {
            return e;
        }
    }

    private static final class Shared {
        /** The parser, or why there is none. */
        static final Object PARSER = open();
    }
}
