package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where connection settings come from, besides the goal's own user and password.
 *
 * @param url what the URL says, if there is one
 * @param environment the environment
 */
record SettingsSources(Optional<ParsedUrl> url, Environment environment) {
    private static final ParsedUrl NO_URL =
            new ParsedUrl(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    ConnectionSettings settings(Optional<String> givenUser, Optional<Secret> givenPassword) {
        if (url.isEmpty() && !environment.namesDatabase()) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS,
                    "No database is named. Give one of: schema.url (jdbc:postgresql://host:5432/database or "
                            + "postgresql://user@host:5432/database, as a property or in the POM), schema.url=embedded for a "
                            + "disposable one, or the environment variables PGHOST, PGPORT, PGDATABASE and PGUSER. The user "
                            + "and password may also come from schema.user and schema.password, from schema.serverId "
                            + "(settings.xml), from PGPASSWORD or from ~/.pgpass.");
        }
        ParsedUrl ofUrl = url.orElse(NO_URL);
        Optional<String> user = givenUser.isPresent() && !givenUser.get().isEmpty()
                ? givenUser
                : first(List.of(ofUrl.user(), environment.user(), environment.account()));
        if (user.isEmpty()) {
            throw new ConnectionFailedException(
                    Reason.SETTINGS, "No user is named. Give schema.user, or put it into schema.url or PGUSER.");
        }
        Optional<Secret> password =
                givenPassword.isPresent() && !givenPassword.get().isEmpty()
                        ? givenPassword
                        : first(List.of(ofUrl.password(), environment.password()));
        List<HostPort> hosts = ofUrl.hosts().isEmpty() ? environment.hosts() : ofUrl.hosts();
        Optional<String> database = first(List.of(ofUrl.database(), environment.database()));
        TreeMap<String, String> parameters = new TreeMap<>(environment.parameters());
        parameters.putAll(ofUrl.parameters());
        return new ConnectionSettings(hosts, database.orElse(user.get()), user.get(), password, parameters);
    }

    private static <T> Optional<T> first(List<Optional<T>> values) {
        for (Optional<T> value : values) {
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
