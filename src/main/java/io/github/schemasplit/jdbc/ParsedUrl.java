package io.github.schemasplit.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a database URL says.
 *
 * @param hosts the hosts with their ports, none if it names none
 * @param database the database
 * @param user the user
 * @param password the password
 * @param parameters its other parameters, under the driver's names
 */
record ParsedUrl(
        List<HostPort> hosts,
        Optional<String> database,
        Optional<String> user,
        Optional<Secret> password,
        Map<String, String> parameters) {}
