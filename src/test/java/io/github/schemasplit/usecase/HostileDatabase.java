package io.github.schemasplit.usecase;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import java.util.List;

/** A database in which every name tries to be taken for something else. */
final class HostileDatabase {
    static final String SOURCE = "Old \"Schema\" %s $1 \\ .x";
    static final String TARGET = "select";
    static final String OTHER_TARGET = "Neu 😀 $$ '; DROP SCHEMA public; --";
    static final String ROLE = "sample \"r\"\"\" % $x \\";

    static final List<String> NAMES = List.of(
            "a\"b",
            "select",
            "Order Items",
            "n".repeat(63),
            "é".repeat(31),
            "表 😀",
            "100 % %s %n",
            "$1 $$ $x$ ${y}",
            "back\\slash",
            "do.t",
            "new\nline */ --",
            "it's :x :'y'",
            "\ttab",
            "_a\"b");

    private HostileDatabase() {}

    /** Tables that refer to one another in a ring, with all that hangs on a table, each under one of the names. */
    static void fill(TestDatabase database) {
        String source = quoted(SOURCE);
        String role = quoted(ROLE);
        StringBuilder sql = new StringBuilder("CREATE SCHEMA " + source + "; SET search_path = " + source + ";"
                + "GRANT USAGE ON SCHEMA " + source + " TO " + role + ";"
                + "ALTER DEFAULT PRIVILEGES IN SCHEMA " + source + " GRANT SELECT ON TABLES TO " + role + ";");
        for (String name : NAMES) {
            String n = quoted(name);
            String s = quoted(shortened(name) + "~");
            sql.append("CREATE TABLE %s (id serial PRIMARY KEY, %s int GENERATED ALWAYS AS IDENTITY UNIQUE, note text);"
                    .formatted(n, s));
            sql.append("CREATE INDEX %s ON %s (note);".formatted(quoted(shortened(name) + "i"), n));
            sql.append("CREATE STATISTICS %s ON id, note FROM %s;".formatted(n, n));
            sql.append(
                    "CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';".formatted(n));
            sql.append("CREATE TRIGGER %s BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s();".formatted(n, n, n));
            sql.append("ALTER TABLE %s ENABLE ROW LEVEL SECURITY;".formatted(n));
            sql.append("CREATE POLICY %s ON %s TO %s USING (id > 0);".formatted(n, n, role));
            sql.append("GRANT SELECT, INSERT ON %s TO %s;".formatted(n, role));
            sql.append("GRANT UPDATE (%s) ON %s TO %s;".formatted(s, n, role));
            sql.append("COMMENT ON TABLE %s IS 'x';".formatted(n));
            sql.append("CREATE VIEW %s AS SELECT * FROM %s;".formatted(quoted(shortened(name) + "v"), n));
            sql.append("INSERT INTO %s (note) VALUES ('1'), ('2');".formatted(n));
        }
        for (int i = 0; i < NAMES.size(); i++) {
            sql.append("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (id) REFERENCES %s;"
                    .formatted(quoted(NAMES.get(i)), quoted(NAMES.get(i)), quoted(NAMES.get((i + 1) % NAMES.size()))));
        }
        database.execute(sql.toString());
    }

    /** Every other table goes to the one target, the rest to the other. */
    static MappingBuilder mapping() {
        MappingBuilder mapping = new MappingBuilder().source(SOURCE).purpose(OTHER_TARGET, "it's \\ 100 % ${x}\n*/ --");
        for (int i = 0; i < NAMES.size(); i++) {
            mapping.tables(i % 2 == 0 ? TARGET : OTHER_TARGET, NAMES.get(i).replace("\\", "\\\\"));
        }
        return mapping;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Leaves room for a letter more, so that the server need not cut the name. */
    private static String shortened(String name) {
        return name.length() == 63 ? name.substring(1) : name;
    }
}
