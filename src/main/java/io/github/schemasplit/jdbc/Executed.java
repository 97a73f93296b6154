package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server tells of a change that it made.
 *
 * @param shut for how long each relation was shut
 * @param written the tables that do not move in which event triggers wrote rows meanwhile, in order
 * @param locks the locks that each statement took, in order; none where that was not watched
 */
public record Executed(List<Shut> shut, List<QualifiedName> written, List<LockTaken> locks) {
    /** The setting in which the block leaves the names of the tables, pairs of schema and name as JSON; or nothing. */
    static final String WRITTEN = "schemasplit.written";

    /** Asked for before COMMIT. */
    static final String QUERY = "SELECT current_setting('" + Shut.SETTING + "'), current_setting('" + WRITTEN
            + "', true), current_setting('" + LockWatch.SETTING + "', true)";

    public Executed {
        shut = List.copyOf(shut);
        written = List.copyOf(written);
        locks = List.copyOf(locks);
    }

    /**
     * @param plan as it was carried out
     * @param answer the row that the query gives
     */
    static Executed of(Plan plan, ResultSet answer) throws SQLException {
        String written = answer.getString(2);
        return new Executed(
                Shut.of(plan, answer.getString(1)),
                written == null || written.isEmpty() ? List.of() : names(written),
                LockTaken.of(answer.getString(3)));
    }

    private static List<QualifiedName> names(String json) {
        List<String> parts = strings(json);
        List<QualifiedName> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            names.add(new QualifiedName(Identifier.of(parts.get(i)), Identifier.of(parts.get(i + 1))));
        }
        return names;
    }

    /** The strings in a JSON text, in order. */
    static List<String> strings(String json) {
        List<String> parts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    parts.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server's JSON is JSON", e);
        }
        return parts;
    }
}
