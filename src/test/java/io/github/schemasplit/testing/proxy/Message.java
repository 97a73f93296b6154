package io.github.schemasplit.testing.proxy;

import java.time.Duration;

/**
 * A message that went through the proxy.
 *
 * @param number its place among all messages of the proxy, from 1
 * @param connection the connection that it belongs to, from 1
 * @param direction the way that it went
 * @param type its type byte, or one of the constants here for the packets that have none
 * @param sql the text of a Query or a Parse, else empty
 * @param at when it was read, since the proxy was started
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">the types</a>
 */
public record Message(int number, int connection, Direction direction, char type, String sql, Duration at) {
    /** A connection's StartupMessage. */
    public static final char STARTUP = '^';

    /** The SSLRequest or GSSENCRequest that may come before it. */
    public static final char ENCRYPTION_REQUEST = '?';

    /** The server's answer to that: no. */
    public static final char ENCRYPTION_REFUSED = '-';

    /** A CancelRequest, which comes on a connection of its own. */
    public static final char CANCEL = '!';

    /** Whether the client sent it. */
    public boolean toServer() {
        return direction == Direction.TO_SERVER;
    }

    /** The message on a line: its number, its connection, the way, the type, the SQL. */
    @Override
    public String toString() {
        return (number + ": " + connection + (toServer() ? " > " : " < ") + type + " " + sql).stripTrailing();
    }
}
