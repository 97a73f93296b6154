package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of the journal as it is, before it is trusted.
 *
 * @param columns its columns
 * @param owner its owner
 * @param readable whether the current role may read it
 * @param stranger who owns it or its schema, and is neither a superuser nor a role whose rights the current role was given:
 *     what such a role wrote must not be run
 * @param additions what runs or hides something when it is used, such as a trigger; this plugin makes none
 */
record JournalTable(
        Set<String> columns,
        Identifier owner,
        boolean readable,
        Optional<Identifier> stranger,
        Optional<String> additions) {
    /**
     * What such a table is to be.
     *
     * @param newest the newest format that this version reads
     * @param columns the columns that it needs
     * @param trusting what to do where a stranger owns it, in which {@code %s} is that role
     */
    record Format(int newest, Set<String> columns, String trusting) {}

    static Optional<JournalTable> read(Connection connection, QualifiedName name) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("journal-columns").sql(major))) {
            query.setString(1, name.schema().value());
            query.setString(2, name.name().value());
            ResultSet rows = query.executeQuery();
            Set<String> columns = new LinkedHashSet<>();
            Optional<JournalTable> table = Optional.empty();
            while (rows.next()) {
                columns.add(rows.getString("attname"));
                table = Optional.of(new JournalTable(
                        columns,
                        Identifier.of(rows.getString("owner")),
                        rows.getBoolean("readable"),
                        Optional.ofNullable(rows.getString("stranger")).map(Identifier::of),
                        Optional.ofNullable(rows.getString("additions"))));
            }
            return table;
        }
    }

    /** Checks trust before it reads, then rights, then the format, then the columns: a newer format may have others. */
    void requireUsable(Connection connection, QualifiedName table, Format format) throws SQLException {
        requireTrusted(table, format);
        if (!readable) {
            throw new JournalException(
                    JournalException.Problem.NOT_READABLE,
                    "The journal " + table + " belongs to role " + owner
                            + " and nobody else may read it. Connect as that role, or as a member of it.");
        }
        if (columns.contains("format_version") && columns.contains("plugin_version")) {
            requireKnownFormat(connection, table, format);
        }
        Set<String> missing = new TreeSet<>(format.columns());
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new JournalException(
                    JournalException.Problem.BROKEN,
                    "The journal " + table + " lacks the columns " + String.join(", ", missing)
                            + ". Restore that table from a backup; or, when it is no journal of this plugin,"
                            + " name another schema with schema.journalSchema.");
        }
    }

    private void requireTrusted(QualifiedName table, Format format) {
        if (stranger.isPresent()) {
            throw new JournalException(
                    JournalException.Problem.NOT_OURS,
                    "The journal " + table + ", or its schema, belongs to role " + stranger.get()
                            + ", which could have written anything into it"
                            + format.trusting().replace("%s", stranger.get().sql()));
        }
        if (additions.isPresent()) {
            throw new JournalException(
                    JournalException.Problem.BROKEN,
                    "The journal " + table + " has " + additions.get()
                            + ", which this plugin did not make and which could run or hide something when the journal is"
                            + " used. Find out who made that, and drop it.");
        }
    }

    private static void requireKnownFormat(Connection connection, QualifiedName table, Format format)
            throws SQLException {
        Statement newest = Statement.of(
                "SELECT format_version, plugin_version FROM %s ORDER BY format_version DESC, plugin_version DESC LIMIT 1",
                table);
        try (java.sql.Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(newest.sql())) {
            if (rows.next() && rows.getInt("format_version") > format.newest()) {
                throw new JournalException(
                        JournalException.Problem.NEWER_FORMAT,
                        "The journal " + table + " has format " + rows.getInt("format_version")
                                + "; this version of the plugin reads formats up to " + format.newest()
                                + ". Use schema-maven-plugin " + rows.getString("plugin_version") + " or newer.");
            }
        }
    }
}
