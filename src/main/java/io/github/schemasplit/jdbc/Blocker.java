package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Another transaction that holds locks on what is to be locked, and is not likely to end soon. Its query is not among what is known
 * of it: queries hold users' data.
 *
 * @param kind what it is
 * @param pid its server process; empty for a prepared transaction
 * @param name its {@code application_name} or, of a prepared transaction, its identifier; empty when it has none
 * @param seconds for how long it has been open
 * @param relations what it holds locks on, such as {@code public.orders}
 */
public record Blocker(Kind kind, Optional<Integer> pid, Optional<String> name, long seconds, List<String> relations) {
    private static final int NAMED = 3;

    public Blocker {
        relations = List.copyOf(relations);
    }

    /** What kind of transaction, and what can be done about it. */
    public enum Kind {
        PREPARED_TRANSACTION(
                "a prepared transaction", "COMMIT PREPARED or ROLLBACK PREPARED it: nothing else will end it"),
        WRAPAROUND_VACUUM(
                "autovacuum against transaction ID wraparound",
                "wait for its end: it does not give way, and must not be stopped"),
        AUTOVACUUM("autovacuum", "wait for its end, or cancel it with pg_cancel_backend: it comes again"),
        IDLE_IN_TRANSACTION(
                "idle in a transaction", "let its application end it, or have it ended by schema.blockers=terminate"),
        DUMP("a dump", "wait for its end, and keep dumps and migrations apart"),
        LONG_TRANSACTION("a long transaction", "wait for its end");

        private final String label;
        private final String remedy;

        Kind(String label, String remedy) {
            this.label = label;
            this.remedy = remedy;
        }

        public String remedy() {
            return remedy;
        }
    }

    /**
     * Who is in the way at this moment.
     *
     * @param relations what is to be locked
     */
    public static List<Blocker> read(Connection connection, Collection<ObjectId> relations) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("blockers").sql(major))) {
            query.setString(1, array(relations));
            ResultSet rows = query.executeQuery();
            List<Blocker> blockers = new ArrayList<>();
            while (rows.next()) {
                blockers.add(new Blocker(
                        Kind.valueOf(rows.getString("kind")),
                        Optional.ofNullable(rows.getObject("pid", Integer.class)),
                        Optional.ofNullable(rows.getString("name")),
                        rows.getLong("seconds"),
                        Arrays.asList((String[]) rows.getArray("relations").getArray())));
            }
            return blockers;
        }
    }

    /** The OIDs as the text of an array: the driver's own arrays are many classes. */
    private static String array(Collection<ObjectId> relations) {
        StringJoiner array = new StringJoiner(",", "{", "}");
        for (ObjectId relation : relations) {
            array.add(Long.toString(relation.oid()));
        }
        return array.toString();
    }

    /**
     * Ends the session of a transaction that is idle, if it still is and the role may.
     *
     * @return whether it was told to end
     */
    public boolean terminate(Connection connection) throws SQLException {
        if (kind != Kind.IDLE_IN_TRANSACTION) {
            throw new IllegalStateException("only what is idle is ended, not " + this);
        }
        // Looked at and ended in one statement: it may have begun to work again, and the process be another's.
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity AS a WHERE a.pid = ?"
                        + " AND a.state IN ('idle in transaction', 'idle in transaction (aborted)')"
                        + " AND a.xact_start <= pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => ?)")) {
            query.setInt(1, pid.orElseThrow());
            query.setLong(2, seconds - 1);
            ResultSet row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public String toString() {
        return kind.label
                + pid.map(p -> ", pid " + p).orElse("")
                + name.map(n -> ", '" + n + "'").orElse("")
                + ", for " + seconds + " s, on "
                + String.join(", ", relations.subList(0, Math.min(NAMED, relations.size())))
                + (relations.size() > NAMED ? " and " + (relations.size() - NAMED) + " more" : "");
    }
}
