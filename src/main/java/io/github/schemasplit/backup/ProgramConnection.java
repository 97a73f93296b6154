package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How a client program reaches a database. No secret is on its command line or among its variables: they are in a file that only its
 * owner may read, as long as the connection is open.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>
 */
final class ProgramConnection implements AutoCloseable {
    private static final Map<String, String> VARIABLES = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "sslNegotiation", "PGSSLNEGOTIATION",
            "options", "PGOPTIONS",
            "connectTimeout", "PGCONNECT_TIMEOUT",
            "channelBinding", "PGCHANNELBINDING",
            "gssEncMode", "PGGSSENCMODE",
            "requireAuth", "PGREQUIREAUTH");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "primary", "read-write",
            "secondary", "standby",
            "preferSecondary", "prefer-standby");

    private static final String SERVICE = "schema";

    private final ConnectionSettings database;
    private final List<SecretFile> secrets = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Optional<String> service = Optional.empty();

    ProgramConnection(ProgramPlace place, ConnectionSettings settings) {
        this.database = place.seenFrom(settings);
        environment.put("LC_ALL", "C");
        environment.put("PGAPPNAME", Connector.APPLICATION_NAME);
        translate(database.parameters());
        if (database.password().isPresent()) {
            String line = "*:*:*:*:" + escaped(database.password().get().reveal()) + "\n";
            environment.put("PGPASSFILE", add(place.secretFile(line)));
        }
        String keyPassword = database.parameters().getOrDefault("sslpassword", "");
        if (!keyPassword.isEmpty()) {
            environment.put(
                    "PGSERVICEFILE", add(place.secretFile("[" + SERVICE + "]\nsslpassword=" + keyPassword + "\n")));
            service = Optional.of(SERVICE);
        }
    }

    private String add(SecretFile secret) {
        secrets.add(secret);
        return secret.path();
    }

    /** In a password file a colon ends a field. */
    private static String escaped(String password) {
        return password.replace("\\", "\\\\").replace(":", "\\:");
    }

    private void translate(Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String variable = VARIABLES.get(parameter.getKey());
            if (variable != null) {
                environment.put(variable, parameter.getValue());
            }
        }
        // As the driver has it, which takes "ssl" alone for the strictest, and a factory for what it is called.
        if (parameters.containsKey("ssl") && !parameters.getOrDefault("ssl", "").equals("false")) {
            environment.putIfAbsent("PGSSLMODE", "verify-full");
        }
        String factory = parameters.getOrDefault("sslfactory", "");
        if (factory.endsWith("NonValidatingFactory")) {
            environment.put("PGSSLMODE", "require");
        } else if (factory.endsWith("DefaultJavaSSLFactory")) {
            environment.put("PGSSLROOTCERT", "system");
        }
        String servers = SERVER_TYPES.get(parameters.getOrDefault("targetServerType", "any"));
        if (servers != null && !servers.equals("any")) {
            environment.put("PGTARGETSESSIONATTRS", servers);
        }
    }

    /** The program's variables. */
    Map<String, String> environment() {
        return environment;
    }

    /** The program's arguments that say where the database is; it never asks for a password. */
    List<String> arguments() {
        StringJoiner hosts = new StringJoiner(",");
        StringJoiner ports = new StringJoiner(",");
        for (HostPort host : database.hosts()) {
            hosts.add(host.host());
            ports.add(String.valueOf(host.port()));
        }
        return List.of(
                "--no-password",
                "--host=" + hosts,
                "--port=" + ports,
                "--username=" + database.user(),
                "--dbname=dbname=" + quoted(database.database())
                        + service.map(name -> " service=" + name).orElse(""));
    }

    /** A name that has the form of a connection string would be taken for one. */
    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public void close() {
        secrets.forEach(SecretFile::close);
    }
}
