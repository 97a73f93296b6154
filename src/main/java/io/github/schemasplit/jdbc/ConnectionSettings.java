package io.github.schemasplit.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How to reach a database. Without a password the driver looks into the password file ({@code PGPASSFILE} or
 * {@code ~/.pgpass}) by itself.
 *
 * @param hosts where it listens; the first that answers is taken
 * @param database its name
 * @param user who connects
 * @param password the password, if one was given
 * @param parameters further parameters, under the driver's names; may hold secrets
 */
public record ConnectionSettings(
        List<HostPort> hosts,
        String database,
        String user,
        Optional<Secret> password,
        SortedMap<String, String> parameters) {
    public ConnectionSettings {
        hosts = List.copyOf(hosts);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("no host");
        }
    }

    /**
     * Puts together what the user gave. Each value is taken from the first that has it: {@code user} and {@code password},
     * the URL, the environment's {@code PG*} variables.
     *
     * @param url {@code schema.url}
     * @param user {@code schema.user}
     * @param password {@code schema.password}
     * @param environment the environment variables
     * @throws ConnectionFailedException if nothing says which database, or a value is malformed
     */
    public static ConnectionSettings of(
            Optional<DatabaseUrl> url,
            Optional<String> user,
            Optional<Secret> password,
            Map<String, String> environment) {
        Optional<ParsedUrl> parsed = url.isPresent() ? Optional.of(UrlParser.parse(url.get())) : Optional.empty();
        return new SettingsSources(parsed, new Environment(environment)).settings(user, password);
    }

    /** The URL for the driver; it never holds user or password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + authority() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same for another database of the server. */
    public ConnectionSettings withDatabase(String other) {
        return new ConnectionSettings(hosts, other, user, password, parameters);
    }

    /** The same, whose sessions have the rights of a role from their start, as if it had connected. */
    public ConnectionSettings asRole(String role) {
        String escaped = role.replace("\\", "\\\\").replace(" ", "\\ ");
        return withParameter("options", (parameters.getOrDefault("options", "") + " -c role=" + escaped).strip());
    }

    /** The same with one more parameter, under the driver's name. */
    public ConnectionSettings withParameter(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new ConnectionSettings(hosts, database, user, password, more);
    }

    /** What the driver takes beside the URL. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty("user", user);
        if (password.isPresent()) {
            properties.setProperty("password", password.get().reveal());
        }
        return properties;
    }

    private String authority() {
        StringJoiner authority = new StringJoiner(",");
        for (HostPort host : hosts) {
            authority.add(host.toString());
        }
        return authority.toString();
    }

    /** The database, for messages: no parameter, no password. */
    @Override
    public String toString() {
        return "database \"" + database + "\" on " + authority() + " as user \"" + user + "\"";
    }
}
