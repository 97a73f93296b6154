package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of PostgreSQL's own URIs, put into the names and values of Java's driver.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS">Parameter Key Words</a>
 */
final class UrlParameters {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("options", "options"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("target_session_attrs", "targetServerType"));

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** What hosting providers append for other clients, or what the driver settles by itself. */
    private static final Set<String> IGNORED = Set.of(
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "socket_timeout",
            "statement_cache_size",
            "sslaccept",
            "schema",
            "client_encoding",
            "fallback_application_name",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "sslsni",
            "sslcompression",
            "supa");

    private UrlParameters() {}

    /**
     * @throws ConnectionFailedException for a parameter that is not known, or a value that the driver has no word for
     */
    static Map<String, String> translated(Map<String, String> parameters) {
        Map<String, String> translated = new TreeMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            String driverName = NAMES.get(name);
            if (name.equals("target_session_attrs")) {
                translated.put("targetServerType", serverType(value));
            } else if (name.equals("sslrootcert") && value.equals("system")) {
                translated.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            } else if (driverName != null) {
                translated.put(driverName, value);
            } else if (!IGNORED.contains(name)) {
                throw new ConnectionFailedException(
                        Reason.SETTINGS,
                        "The parameter " + name
                                + " of the database URL is not known. Remove it from schema.url, or write "
                                + "the URL in the driver's form, jdbc:postgresql://host:port/database?parameter=value.");
            }
        }
        return translated;
    }

    private static String serverType(String value) {
        String type = SERVER_TYPES.get(value);
        if (type == null) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "target_session_attrs=" + value + " is not known. Use one of "
                            + new TreeMap<>(SERVER_TYPES).keySet() + " in schema.url or PGTARGETSESSIONATTRS.");
        }
        return type;
    }
}
