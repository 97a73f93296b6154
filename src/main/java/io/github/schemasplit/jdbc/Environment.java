package io.github.schemasplit.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code PG*} variables that PostgreSQL's own programs read.
 *
 * @param variables the environment
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>
 */
record Environment(Map<String, String> variables) {
    private static final Map<String, String> PARAMETERS = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGAPPNAME", "application_name",
            "PGOPTIONS", "options",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGCHANNELBINDING", "channel_binding",
            "PGTARGETSESSIONATTRS", "target_session_attrs");

    Optional<String> database() {
        return variable("PGDATABASE");
    }

    Optional<String> user() {
        return variable("PGUSER");
    }

    Optional<Secret> password() {
        Optional<String> password = variable("PGPASSWORD");
        return password.isPresent() ? Optional.of(new Secret(password.get())) : Optional.empty();
    }

    /** Whether a variable says which server or database is meant; a user or a password alone does not. */
    boolean namesDatabase() {
        return variable("PGHOST").isPresent() || database().isPresent();
    }

    /** The hosts of {@code PGHOST} and {@code PGPORT}, both of which may be lists; localhost when it names none. */
    List<HostPort> hosts() {
        String[] hosts = variable("PGHOST").orElse("localhost").split(",");
        String[] ports =
                variable("PGPORT").orElse(String.valueOf(HostPort.DEFAULT_PORT)).split(",");
        List<HostPort> list = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            list.add(new HostPort(hosts[i].strip(), HostPort.port(ports[Math.min(i, ports.length - 1)].strip())));
        }
        return list;
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, String> entry : PARAMETERS.entrySet()) {
            Optional<String> value = variable(entry.getKey());
            if (value.isPresent()) {
                parameters.put(entry.getValue(), value.get());
            }
        }
        return UrlParameters.translated(parameters);
    }

    /** The name of the account that runs the build, which PostgreSQL's programs take when no user is named. */
    Optional<String> account() {
        for (String name : List.of("USER", "LOGNAME", "USERNAME")) {
            Optional<String> account = variable(name);
            if (account.isPresent()) {
                return account;
            }
        }
        return Optional.empty();
    }

    private Optional<String> variable(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
