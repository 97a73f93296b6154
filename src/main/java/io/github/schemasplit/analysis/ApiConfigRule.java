package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project's {@code supabase/config.toml} says of its API, where the database says otherwise or will. The file counts wherever
 * the Supabase command line starts the API.
 */
final class ApiConfigRule implements AnalysisRule {
    /** What the command line serves, and where it looks, whatever the file says. */
    private static final List<String> ALWAYS_SERVED = List.of("public", "graphql_public");

    private static final List<String> ALWAYS_LOOKED = List.of("public");
    private static final List<String> USUALLY_LOOKED = List.of("public", "extensions");

    @Override
    public List<Finding> check(Assignment assignment) {
        Optional<SupabaseConfig> config = assignment.mapping().supabase();
        List<Finding> findings = new ArrayList<>();
        if (config.isEmpty()) {
            return findings;
        }
        RestApi api = RestApi.of(assignment);
        String file = config.get().name();
        List<String> written = config.get().schemas().orElse(ALWAYS_SERVED);
        if (api.servers().isEmpty()) {
            Set<String> served = new LinkedHashSet<>(written);
            served.addAll(texts(api.wanted()));
            differing("by the mapping", file, "schemas", written, served, ALWAYS_SERVED)
                    .ifPresent(findings::add);
        }
        for (ApiServer server : api.servers()) {
            Set<String> served = new LinkedHashSet<>(texts(api.servedAfter(server)));
            served.addAll(texts(api.wanted()));
            differing(by(server, ApiServer.SETTING), file, "schemas", written, served, ALWAYS_SERVED)
                    .ifPresent(findings::add);
            server.extraSearchPath()
                    .flatMap(path -> differing(
                            by(server, ApiServer.EXTRA_SEARCH_PATH),
                            file,
                            "extra_search_path",
                            config.get().extraSearchPath().orElse(USUALLY_LOOKED),
                            texts(path),
                            ALWAYS_LOOKED))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static String by(ApiServer server, String setting) {
        return "by " + setting + " of " + server.role().describe();
    }

    private static List<String> texts(List<Identifier> schemas) {
        return schemas.stream().map(Identifier::value).toList();
    }

    private static Optional<Finding> differing(
            String by, String file, String key, List<String> written, Collection<String> set, List<String> always) {
        List<String> missing = set.stream()
                .filter(schema -> !written.contains(schema) && !always.contains(schema))
                .toList();
        List<String> more = written.stream()
                .filter(schema -> !set.contains(schema) && !always.contains(schema))
                .toList();
        if (missing.isEmpty() && more.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                FindingCode.API_CONFIG_DIFFERS,
                Severity.WARNING,
                file,
                "its " + SupabaseConfig.line(key, written) + " is not what holds " + by
                        + " once the plan is carried out:"
                        + (missing.isEmpty() ? "" : " it lacks " + Words.some(missing))
                        + (missing.isEmpty() || more.isEmpty() ? "" : ", and")
                        + (more.isEmpty() ? "" : " it has " + Words.some(more)),
                "write there, under [api]: " + SupabaseConfig.line(key, List.copyOf(set))));
    }
}
