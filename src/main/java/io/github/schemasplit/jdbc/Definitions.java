package io.github.schemasplit.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the definitions of all objects, in a form that does not change when they are dumped and restored. */
public final class Definitions {
    private static final int BYTES = 8;

    /**
     * What the server writes of a stored expression it reads as another one that means the same: a cast goes into a list, a pair of
     * parentheses comes or goes. So neither counts.
     */
    private static final Pattern NOISE = Pattern.compile("[()\\s]+|::(?:character varying|bit varying|double precision"
            + "|(?:timestamp|time) with(?:out)? time zone|\"[^\"]*\"|[\\w$]+)(?:\\.(?:\"[^\"]*\"|[\\w$]+))?"
            + "(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[\\])*");

    /** Of a routine whose text the server keeps as it was written, every character counts. */
    private static final String AS_WRITTEN = "AS $function";

    private static final String ACCESS = "access|";

    private Definitions() {}

    /**
     * @param connection in a transaction with the settings of {@link WholeReading}
     */
    public static List<Definition> read(Connection connection) throws SQLException {
        String query =
                new CatalogQuery("definitions").sql(connection.getMetaData().getDatabaseMajorVersion());
        List<Definition> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(query)) {
                Optional<Parts> parts = Optional.empty();
                while (row.next()) {
                    long catalog = row.getLong("class");
                    long oid = row.getLong("oid");
                    if (parts.isEmpty() || !parts.get().isOf(catalog, oid)) {
                        parts.map(Parts::definition).ifPresent(definitions::add);
                        parts = Optional.of(new Parts(
                                catalog, oid, Optional.ofNullable(row.getString("nspname")), row.getString("object")));
                    }
                    parts.get().add(row.getString("part"));
                }
                parts.map(Parts::definition).ifPresent(definitions::add);
            }
        }
        return definitions;
    }

    /** What is in a transaction of its own, for a connection in auto-commit mode, in which it is left. */
    public static List<Definition> readInOwnTransaction(Connection connection) throws SQLException {
        return new Transaction(
                        connection,
                        () -> WholeReading.begin(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))
                .run(() -> read(connection));
    }

    /** The parts of one object. */
    private record Parts(
            long catalog,
            long oid,
            Optional<String> schema,
            String object,
            MessageDigest digest,
            MessageDigest access) {
        Parts(long catalog, long oid, Optional<String> schema, String object) {
            this(catalog, oid, schema, object, sha256(), sha256());
        }

        boolean isOf(long otherCatalog, long otherOid) {
            return catalog == otherCatalog && oid == otherOid;
        }

        void add(String part) {
            if (part.startsWith(ACCESS)) {
                access.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            } else {
                String text =
                        part.contains(AS_WRITTEN) ? part : NOISE.matcher(part).replaceAll("");
                digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        Definition definition() {
            HexFormat hex = HexFormat.of();
            return new Definition(
                    catalog,
                    oid,
                    schema,
                    object,
                    hex.formatHex(digest.digest(), 0, BYTES) + hex.formatHex(access.digest(), 0, BYTES));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
