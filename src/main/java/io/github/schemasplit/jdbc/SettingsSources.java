package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where connection settings come from, besides the goal's own user and password.
 *
 * @param url what the URL says, if there is one
 * @param environment the environment
 */
record SettingsSources(Optional<ParsedUrl> url, Environment environment) {
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
        String user = givenUser
                .filter(u -> !u.isEmpty())
                .or(() -> url.flatMap(ParsedUrl::user))
                .or(environment::user)
                .or(environment::account)
                .orElseThrow(() -> new ConnectionFailedException(
                        Reason.SETTINGS, "No user is named. Give schema.user, or put it into schema.url or PGUSER."));
        Optional<Secret> password = givenPassword
                .filter(p -> !p.isEmpty())
                .or(() -> url.flatMap(ParsedUrl::password))
                .or(environment::password);
        List<HostPort> hosts =
                url.map(ParsedUrl::hosts).filter(h -> !h.isEmpty()).orElseGet(environment::hosts);
        String database =
                url.flatMap(ParsedUrl::database).or(environment::database).orElse(user);
        TreeMap<String, String> parameters = new TreeMap<>(environment.parameters());
        url.ifPresent(u -> parameters.putAll(u.parameters()));
        return new ConnectionSettings(hosts, database, user, password, parameters);
    }
}
