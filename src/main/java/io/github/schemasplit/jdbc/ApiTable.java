package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table or view as an API serves it, and a row that requests write again. */
public final class ApiTable {
    private final QualifiedName called;
    private final QualifiedName name;
    private final List<ApiColumn> columns;
    private final Literal row;

    private ApiTable(QualifiedName called, QualifiedName name, List<ApiColumn> columns, Literal row) {
        this.called = called;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.row = row;
    }

    /**
     * Reads one.
     *
     * @param connection of a role that may read all of its rows
     */
    public static ApiTable read(Connection connection, QualifiedName name) throws SQLException {
        return new ApiTable(name, name, columns(connection, name), new Literal(row(connection, name)));
    }

    /** The same under another name, which it got since or which now stands for it: requests write the same columns of the same row. */
    public ApiTable under(Connection connection, QualifiedName other) throws SQLException {
        List<ApiColumn> same = new ArrayList<>();
        for (ApiColumn column : columns(connection, other)) {
            same.add(columns.stream()
                    .filter(former -> former.name().equals(column.name()))
                    .findFirst()
                    .map(column::writtenAs)
                    .orElse(column));
        }
        return new ApiTable(called, other, same, row);
    }

    private static List<ApiColumn> columns(Connection connection, QualifiedName name) throws SQLException {
        String sql =
                new CatalogQuery("api-columns").sql(connection.getMetaData().getDatabaseMajorVersion());
        List<ApiColumn> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name.sql());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new ApiColumn(
                            Identifier.of(rows.getString(1)),
                            new Statement(rows.getString(2)),
                            rows.getBoolean(3),
                            rows.getBoolean(4)));
                }
            }
        }
        return columns;
    }

    /** One and the same as long as the rows are, wherever they are. */
    private static String row(Connection connection, QualifiedName name) throws SQLException {
        String sql = Statement.of(
                        "SELECT pg_catalog.to_json(r)::text FROM %s AS r ORDER BY pg_catalog.to_json(r)::text LIMIT 1",
                        name)
                .sql();
        try (java.sql.Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "{}";
        }
    }

    /** By what it is called in answers, whatever its name is by now. */
    public QualifiedName called() {
        return called;
    }

    QualifiedName name() {
        return name;
    }

    List<ApiColumn> writable() {
        return columns.stream().filter(ApiColumn::writable).toList();
    }

    Optional<ApiColumn> first() {
        return columns.stream().findFirst();
    }

    Optional<ApiColumn> lastWritable() {
        return writable().stream().reduce((one, next) -> next);
    }

    /** The columns by which PostgREST finds a row that is there already; empty where there are none. */
    List<Identifier> key() {
        return columns.stream().filter(ApiColumn::key).map(ApiColumn::name).toList();
    }

    /** A row as JSON. */
    Literal row() {
        return row;
    }

    /** Whether there was a row. */
    boolean hasRow() {
        return !row.value().equals("{}");
    }
}
