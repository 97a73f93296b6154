package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * Asks the server what it makes of expressions of row-security policies, and what those of policies are that are there. No table that is
 * not temporary is shut for it: those that the expressions read are locked as a SELECT locks them. It happens in a transaction of its own,
 * under the path and the settings of a change, and is taken back, what event triggers did included.
 */
public final class PolicyExpressions {
    private static final JsonFactory JSON = new JsonFactory();

    /** Others may be in the way of the tables that expressions read. */
    private static final String LOCK_TIMEOUT = "3s";

    /** A standby, or a connection that only reads. */
    private static final String READ_ONLY = "25";

    private static final List<String> SETTINGS = List.of(
            "search_path = pg_catalog, pg_temp",
            "lock_timeout = '" + LOCK_TIMEOUT + "'",
            "quote_all_identifiers = off",
            "datestyle = ISO",
            "intervalstyle = postgres",
            "extra_float_digits = 3",
            "standard_conforming_strings = on",
            "array_nulls = on",
            "transform_null_equals = off");

    private PolicyExpressions() {}

    /**
     * What is asked for a table.
     *
     * @param relation its OID
     * @param name its name, by which expressions may call it
     * @param expressions the expressions, each of which is one
     * @param policies the OIDs of those of its policies whose own expressions are wanted
     */
    public record Question(long relation, Identifier name, List<String> expressions, List<Long> policies) {
        public Question {
            expressions = List.copyOf(expressions);
            policies = List.copyOf(policies);
        }
    }

    /**
     * Asks.
     *
     * @param connection in auto-commit mode, in which it is left
     * @param questions one for each table
     */
    public static PolicyAnswers read(Connection connection, StatementTimeout timeout, Collection<Question> questions)
            throws SQLException {
        StringBuilder begin = new StringBuilder("BEGIN READ WRITE;\nSET LOCAL statement_timeout = ");
        begin.append(timeout.milliseconds());
        for (String setting : SETTINGS) {
            begin.append(";\nSET LOCAL ").append(setting);
        }
        try {
            return new Transaction(connection, begin.toString()).runAndRollBack(() -> ask(connection, questions));
        } catch (SQLException e) {
            if (isObstacle(e)) {
                return new PolicyAnswers(e.getMessage());
            }
            throw e;
        }
    }

    private static boolean isObstacle(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(READ_ONLY)
                || state.equals(SqlStates.LOCK_NOT_AVAILABLE)
                || state.equals(SqlStates.DEADLOCK_DETECTED);
    }

    private static PolicyAnswers ask(Connection connection, Collection<Question> questions) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        String message = String.join(
                ";\n",
                "SELECT pg_catalog.set_config('schemasplit.expressions', ?, true)",
                new CatalogQuery("policy-expressions").sql(major),
                new CatalogQuery("policy-answers").sql(major));
        try (PreparedStatement statement = connection.prepareStatement(message)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setString(1, json(questions));
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            PolicyAnswers answers = new PolicyAnswers("the table, or its policy, is gone");
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    answers.add(row);
                }
            }
            return answers;
        }
    }

    private static String json(Collection<Question> questions) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Question question : questions) {
                json.writeStartObject();
                json.writeNumberField("relation", question.relation());
                json.writeStringField("name", question.name().value());
                json.writeArrayFieldStart("expressions");
                for (String expression : question.expressions()) {
                    json.writeString(expression);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("policies");
                for (long policy : question.policies()) {
                    json.writeNumber(policy);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }
}
