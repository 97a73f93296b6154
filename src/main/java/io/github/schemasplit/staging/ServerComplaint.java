package io.github.schemasplit.staging;

import io.github.schemasplit.sqltext.ScriptStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why a statement of a script failed.
 *
 * @param text the server's message with detail, hint and context; the driver's when the server said nothing
 * @param position the character of the statement that the server points at, from 1; 0 when at none
 */
record ServerComplaint(String text, int position) {
    static ServerComplaint of(SQLException e) {
        return Optional.of(e)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(ServerComplaint::of)
                .orElseGet(() -> new ServerComplaint(String.valueOf(e.getMessage()), 0));
    }

    private static ServerComplaint of(ServerErrorMessage message) {
        String text = Stream.of(message.getMessage(), message.getDetail(), message.getHint(), message.getWhere())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("; "));
        return new ServerComplaint(text, message.getPosition());
    }

    /** The line of the script that it is about. */
    int lineIn(ScriptStatement statement) {
        String text = statement.text();
        int characters = text.codePointCount(0, text.length());
        int end = text.offsetByCodePoints(0, Math.min(Math.max(position - 1, 0), characters));
        return statement.line()
                + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
