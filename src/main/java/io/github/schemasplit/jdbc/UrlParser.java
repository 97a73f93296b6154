package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes a database URL apart: the driver's form ({@code jdbc:postgresql:…}) or that of PostgreSQL's own programs
 * ({@code postgresql://…}, {@code postgres://…}). Only their parameters differ; a user and password before the host are
 * taken in both.
 */
final class UrlParser {
    private static final String JDBC = "jdbc:";

    private final DatabaseUrl url;
    private final Map<String, String> parameters = new TreeMap<>();

    private UrlParser(DatabaseUrl url) {
        this.url = url;
    }

    /**
     * @throws ConnectionFailedException if the text is no such URL
     */
    static ParsedUrl parse(DatabaseUrl url) {
        return new UrlParser(url).parse();
    }

    private ParsedUrl parse() {
        String text = url.value().strip();
        boolean jdbc = text.startsWith(JDBC);
        String rest = withoutScheme(jdbc ? text.substring(JDBC.length()) : text, jdbc);
        int query = rest.indexOf('?');
        if (query >= 0) {
            parameters(rest.substring(query + 1));
            rest = rest.substring(0, query);
        }
        String authority = "";
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        } else if (rest.startsWith("/")) {
            rest = rest.substring(1);
        }
        int at = authority.lastIndexOf('@');
        if (at < 0 && rest.indexOf('@') >= 0) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "schema.url has an @ after a /, so that a part of a password would be taken for a database. Write the "
                            + "characters : / ? # @ of a user, password or database in percent form, such as %2F for / and "
                            + "%40 for @.");
        }
        String userInfo = at < 0 ? "" : authority.substring(0, at);
        int colon = userInfo.indexOf(':');
        Optional<String> user = takenOr("user", colon < 0 ? userInfo : userInfo.substring(0, colon));
        Optional<String> password = takenOr("password", colon < 0 ? "" : userInfo.substring(colon + 1));
        List<HostPort> hosts = hosts(authority.substring(at + 1));
        Optional<String> database = taken("dbname");
        if (database.isEmpty()) {
            database = takenOr("PGDBNAME", rest);
        }
        return new ParsedUrl(
                hosts,
                database,
                user,
                password.isPresent() ? Optional.of(new Secret(password.get())) : Optional.empty(),
                jdbc ? parameters : UrlParameters.translated(parameters));
    }

    private String withoutScheme(String text, boolean jdbc) {
        for (String scheme : List.of("postgresql:", "postgres:")) {
            if (text.startsWith(scheme) && (jdbc || text.startsWith("//", scheme.length()))) {
                return text.substring(scheme.length());
            }
        }
        throw new ConnectionFailedException(
                Reason.SETTINGS,
                "schema.url is not the URL of a PostgreSQL database: " + url
                        + ". Write jdbc:postgresql://host:5432/database, "
                        + "postgresql://user@host:5432/database, or embedded for a disposable database.");
    }

    private void parameters(String query) {
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
            }
        }
    }

    private List<HostPort> hosts(String authority) {
        String hosts = taken("host").orElse("");
        String defaultPort = taken("port").orElse(String.valueOf(HostPort.DEFAULT_PORT));
        List<HostPort> list = new ArrayList<>();
        for (String entry : (authority.isEmpty() ? hosts : authority).split(",")) {
            if (!entry.isBlank()) {
                list.add(host(entry, defaultPort));
            }
        }
        return list;
    }

    private HostPort host(String entry, String defaultPort) {
        int bracket = entry.lastIndexOf(']');
        int colon = entry.indexOf(':', Math.max(bracket, 0));
        String host = colon < 0 ? entry : entry.substring(0, colon);
        String port = colon < 0 || colon == entry.length() - 1 ? defaultPort : entry.substring(colon + 1);
        if (host.startsWith("[") && bracket > 0) {
            host = host.substring(1, bracket);
        }
        return new HostPort(host.isEmpty() ? "localhost" : decoded(host), HostPort.port(port));
    }

    private Optional<String> taken(String parameter) {
        String value = parameters.remove(parameter);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private Optional<String> takenOr(String parameter, String encoded) {
        Optional<String> taken = taken(parameter);
        return taken.isPresent() ? taken : part(encoded);
    }

    private Optional<String> part(String encoded) {
        return encoded.isEmpty() ? Optional.empty() : Optional.of(decoded(encoded));
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message quotes a part of the text, which may be the password.
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "schema.url holds a % that two hexadecimal digits do not follow: " + url
                            + ". Write a % of a user or password as %25.");
        }
    }
}
