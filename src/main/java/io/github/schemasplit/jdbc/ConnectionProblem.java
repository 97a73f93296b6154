package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;

/**
 * Why a connection could not be opened, read from the driver's exception.
 *
 * @param reason the reason
 * @param what what happened, continuing a sentence that names the database
 * @param remedy what to do next
 */
record ConnectionProblem(Reason reason, String what, String remedy) {
    private static final String CONNECTION_REJECTED = "08004";
    private static final String INVALID_PARAMETER_VALUE = "22023";

    private static final Map<String, ConnectionProblem> BY_STATE = Map.of(
            "28P01",
            new ConnectionProblem(
                    Reason.AUTHENTICATION,
                    "the server does not accept the password, or there is no such user",
                    "Check schema.user and schema.password, or the server entry of schema.serverId in settings.xml, "
                            + "PGPASSWORD or ~/.pgpass."),
            CONNECTION_REJECTED,
            new ConnectionProblem(
                    Reason.AUTHENTICATION,
                    "the server asks for a password and none was given, or for a way to authenticate that the driver "
                            + "lacks",
                    "Give schema.password, a server entry in settings.xml (schema.serverId), PGPASSWORD or a line in "
                            + "~/.pgpass, which nobody else may read."),
            "28000",
            new ConnectionProblem(
                    Reason.AUTHENTICATION,
                    "the server does not let this user in",
                    "Check schema.user; if the user is right, the server's pg_hba.conf must allow it from here "
                            + "(with or without SSL: sslmode in schema.url)."),
            "3D000",
            new ConnectionProblem(
                    Reason.NO_DATABASE,
                    "the server has no database of that name",
                    "Correct the database in schema.url (or PGDATABASE), or create it."),
            "42501",
            new ConnectionProblem(
                    Reason.NO_RIGHT_TO_CONNECT,
                    "the user lacks the privilege to connect",
                    "Let the database's owner run GRANT CONNECT ON DATABASE for it, or use another schema.user."),
            "53300",
            new ConnectionProblem(
                    Reason.TOO_MANY_CONNECTIONS,
                    "the server has no connection left",
                    "Close some, wait, or raise max_connections or the role's or database's CONNECTION LIMIT."),
            "57P03",
            new ConnectionProblem(
                    Reason.NOT_READY, "the server is starting up or shutting down", "Try again in a moment."),
            "55000",
            new ConnectionProblem(
                    Reason.NO_DATABASE,
                    "the database does not accept connections",
                    "Allow them with ALTER DATABASE … ALLOW_CONNECTIONS true, or name another one in schema.url."));

    private static final String CHECK_ADDRESS = "Check host and port in schema.url (or PGHOST and PGPORT)";

    /**
     * @param severalHosts whether the driver tried several hosts; it only tells of the last that it tried
     */
    static ConnectionProblem of(SQLException e, boolean severalHosts) {
        if (has(e, SSLException.class) || mentionsSsl(e)) {
            return new ConnectionProblem(
                    Reason.SSL,
                    "no SSL connection that both sides accept could be made",
                    "Check sslmode and sslrootcert in schema.url (or PGSSLMODE and PGSSLROOTCERT): require demands SSL, "
                            + "verify-full also checks the certificate, disable does without.");
        }
        ConnectionProblem byState = e.getSQLState() == null ? null : BY_STATE.get(e.getSQLState());
        if (byState != null) {
            return byState;
        }
        if (severalHosts && (has(e, UnknownHostException.class) || isRefused(e))) {
            return new ConnectionProblem(
                    Reason.UNREACHABLE,
                    "none of these hosts accepts connections",
                    CHECK_ADDRESS + ", and that a server runs on one of them and listens on TCP.");
        }
        if (has(e, UnknownHostException.class)) {
            return new ConnectionProblem(Reason.UNKNOWN_HOST, "there is no host of that name", CHECK_ADDRESS + ".");
        }
        if (isRefused(e)) {
            return new ConnectionProblem(
                    Reason.UNREACHABLE,
                    "nothing accepts connections there",
                    CHECK_ADDRESS + ", and that the server runs and listens on TCP.");
        }
        if (has(e, SocketTimeoutException.class)
                || String.valueOf(e.getMessage()).contains("timed out")) {
            return new ConnectionProblem(
                    Reason.TIMEOUT,
                    "no answer came in time",
                    CHECK_ADDRESS + ", firewalls on the way, and that it is a PostgreSQL server.");
        }
        if (serverMessage(e).isEmpty() && isValueUnknown(e)) {
            return new ConnectionProblem(
                    Reason.SETTINGS,
                    "the driver does not know the value of a parameter",
                    "Correct it in schema.url, or in the environment's PG* variables: sslmode is one of disable, allow, prefer,"
                            + " require, verify-ca and verify-full; targetServerType one of any, primary, secondary,"
                            + " preferPrimary and preferSecondary.");
        }
        if (String.valueOf(e.getMessage()).contains("targetServerType")) {
            return new ConnectionProblem(
                    Reason.SETTINGS,
                    "no server that answers is of the type that is asked for",
                    "Name one that is in schema.url, or change targetServerType (target_session_attrs in a postgresql:// URI);"
                            + " goals that write need a primary.");
        }
        Optional<String> refusal = serverMessage(e);
        if (refusal.isPresent() && refusal.get().contains("startup parameter")) {
            return new ConnectionProblem(
                    Reason.SETTINGS,
                    "a pooler on the way does not take a parameter that is sent on connecting",
                    "Remove it from schema.url (options are also taken from PGOPTIONS, search_path from currentSchema), or add it"
                            + " to ignore_startup_parameters in pgbouncer.ini.");
        }
        if (refusal.isPresent()) {
            // PgBouncer says 08P01 whatever it is about.
            return new ConnectionProblem(
                    Reason.OTHER,
                    "the server, or a pooler on the way, refuses the connection",
                    CHECK_ADDRESS + ", database and user, and the server's log.");
        }
        if (has(e, EOFException.class) || "08P01".equals(e.getSQLState()) || "08S01".equals(e.getSQLState())) {
            return new ConnectionProblem(
                    Reason.NOT_POSTGRESQL,
                    "what answers there does not speak PostgreSQL's protocol",
                    CHECK_ADDRESS + "; PostgreSQL usually listens on 5432.");
        }
        return new ConnectionProblem(Reason.OTHER, "the connection failed", CHECK_ADDRESS + ", and the server's log.");
    }

    /** The exception that says so of this database. The server's own words are quoted, the driver's only if nothing else is known, or for a setting that it does not take. */
    ConnectionFailedException failure(ConnectionSettings settings, SQLException cause) {
        String quoted = serverMessage(cause)
                .or(() -> reason == Reason.OTHER || reason == Reason.SETTINGS
                        ? Optional.ofNullable(cause.getMessage())
                        : Optional.empty())
                .map(m -> " (\"" + m + "\")")
                .orElse("");
        return new ConnectionFailedException(
                reason, "Cannot connect to " + settings + ": " + what + quoted + ". " + remedy, cause);
    }

    private static Optional<String> serverMessage(SQLException e) {
        return e instanceof PSQLException p && p.getServerErrorMessage() != null
                ? Optional.ofNullable(p.getServerErrorMessage().getMessage())
                : Optional.empty();
    }

    /** The driver's words are in the language of the machine; the abbreviation is the same in all. */
    private static boolean mentionsSsl(SQLException e) {
        return CONNECTION_REJECTED.equals(e.getSQLState())
                && serverMessage(e).isEmpty()
                && String.valueOf(e.getMessage()).contains("SSL");
    }

    private static boolean isRefused(SQLException e) {
        return has(e, ConnectException.class) || has(e, NoRouteToHostException.class);
    }

    private static boolean isValueUnknown(SQLException e) {
        return INVALID_PARAMETER_VALUE.equals(e.getSQLState())
                || String.valueOf(e.getMessage()).startsWith("Invalid ");
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause).anyMatch(type::isInstance);
    }
}
