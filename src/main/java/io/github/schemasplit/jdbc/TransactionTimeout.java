package io.github.schemasplit.jdbc;

/**
 * The limit that role or database may set for a whole transaction, which ends the session of whoever takes longer.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-TRANSACTION-TIMEOUT">transaction_timeout</a>
 */
final class TransactionTimeout {
    private static final int SINCE = 17;

    private TransactionTimeout() {}

    /** What takes it from a transaction that has begun; empty where the server has no such limit. */
    static String off(int major) {
        return major < SINCE ? "" : "SET LOCAL transaction_timeout = 0; ";
    }
}
