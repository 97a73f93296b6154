package io.github.schemasplit.jdbc;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server says of an error, without what the driver puts around it. */
public final class ServerMessage {
    private ServerMessage() {}

    /** The message alone, on one line; the driver's where the server said nothing. */
    public static String of(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        String message = server == null ? e.getMessage() : server.getMessage();
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
