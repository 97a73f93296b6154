package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;

/**
 * Where a server listens.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 * @param port the port
 */
public record HostPort(String host, int port) {
    /** The port that PostgreSQL listens on unless told otherwise. */
    public static final int DEFAULT_PORT = 5432;

    /** Checks the two: a host is not a directory, as that of a Unix-domain socket is. */
    public HostPort {
        if (host.startsWith("/") || host.startsWith("@")) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "The host " + host + " is the directory of a Unix-domain socket, which Java's driver cannot use. "
                            + "Name a host that listens on TCP instead, such as localhost, in schema.url or PGHOST.");
        }
        if (port < 1 || port > 65_535) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "The port " + port + " is not between 1 and 65535. Correct it in schema.url or PGPORT.");
        }
    }

    static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "The port of the database is not a number. Correct it in schema.url or PGPORT; in a URL, the characters "
                            + ": / ? # @ of a user or password are written in percent form, such as %40 for @.",
                    e);
        }
    }

    /** The form that URLs take, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
