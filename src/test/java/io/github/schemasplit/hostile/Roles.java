package io.github.schemasplit.hostile;

import io.github.schemasplit.testing.TestServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles of all random databases of a server: roles are not of a database, and making some for each would be slow. */
final class Roles {
    /** Makes and migrates databases without being a superuser. */
    static final String OWNER = "hostile_owner";

    /** Owns nothing. */
    static final String STRANGER = "hostile_stranger";

    /** The rights of the first two are also the owner's, and the second has those of the first. */
    static final List<String> OTHERS = List.of("hostile_a", "\"hostile \"\"B\"\" % $x \\\\\"", "hostile_c");

    private Roles() {}

    /** Makes those that are not there. */
    static String script() {
        String make = Stream.concat(Stream.of(OWNER, STRANGER), OTHERS.stream())
                .map(role -> "BEGIN CREATE ROLE " + role + " LOGIN; EXCEPTION WHEN duplicate_object THEN END;")
                .collect(Collectors.joining("\n"));
        return "DO $roles$BEGIN\n" + make + "\nEND$roles$;\n"
                + "GRANT " + OTHERS.get(0) + " TO " + OTHERS.get(1) + ";\n"
                + "GRANT " + OTHERS.get(0) + ", " + OTHERS.get(1) + " TO " + OWNER + ";\n";
    }

    static void make(TestServer server) {
        try (var database = server.createDatabase()) {
            database.execute(script());
        }
    }

    /** The name itself, as a mapping has it. */
    static String name(int number) {
        String sql = of(number);
        return sql.startsWith("\"") ? sql.substring(1, sql.length() - 1).replace("\"\"", "\"") : sql;
    }

    static String of(int number) {
        return OTHERS.get(number % OTHERS.size());
    }
}
