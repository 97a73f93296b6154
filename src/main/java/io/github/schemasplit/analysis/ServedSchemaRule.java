package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What hinders an API from serving the target schemas that the mapping says are served, or from serving them to whom it should. */
final class ServedSchemaRule implements AnalysisRule {
    /** What a server of the API has to be told. */
    static final String RELOAD = " NOTIFY pgrst, 'reload config'; NOTIFY pgrst, 'reload schema';";

    @Override
    public List<Finding> check(Assignment assignment) {
        RestApi api = RestApi.of(assignment);
        List<Finding> findings = new ArrayList<>();
        if (api.wanted().isEmpty()) {
            return findings;
        }
        if (api.servers().isEmpty()) {
            findings.add(notRecognised(assignment, api.wanted()));
        }
        api.refused().forEach(change -> findings.add(notSet(assignment, change)));
        for (RestApi.Change change : api.changes()) {
            if (change.server().value().isEmpty()
                    && assignment
                            .mapping()
                            .supabase()
                            .flatMap(SupabaseConfig::schemas)
                            .isEmpty()) {
                findings.add(assumed(assignment, change));
            }
        }
        Reach reach = new Reach(assignment);
        for (ApiServer server : api.servers()) {
            for (Identifier schema : api.servedAfter(server)) {
                if (api.wanted().contains(schema)) {
                    findings.addAll(notReached(reach, assignment, server, schema));
                }
            }
        }
        return findings;
    }

    private static Finding notRecognised(Assignment assignment, List<Identifier> wanted) {
        return Finding.of(
                        FindingCode.API_NOT_RECOGNISED,
                        Severity.WARNING,
                        "database " + assignment.snapshot().server().database(),
                        "an API is to serve " + Words.count(wanted.size(), "target schema") + " (" + Words.some(wanted)
                                + "), and no role has the setting " + ApiServer.SETTING
                                + " or is called authenticator, so that nothing is set",
                        "add them to db-schemas in the configuration of its server; or set " + ApiServer.SETTING
                                + " for the role that it connects as, with what it serves now, and run the goal again")
                .at(assignment.mapping().targets().stream()
                        .filter(TargetSchema::isServed)
                        .findFirst()
                        .orElseThrow()
                        .api()
                        .orElseThrow()
                        .origin());
    }

    private static Finding notSet(Assignment assignment, RestApi.Change change) {
        List<String> after = new ArrayList<>();
        change.now().forEach(schema -> after.add(schema.value()));
        change.added().forEach(schema -> after.add(schema.value()));
        return Finding.of(
                FindingCode.API_SCHEMAS_NOT_SET,
                Severity.WARNING,
                change.server().role().describe(),
                "the API that connects as it does not serve " + Words.some(change.added()) + ", and role "
                        + assignment.snapshot().server().currentRole() + " may not set its " + ApiServer.SETTING
                        + ", so that this is not done with the move",
                "let a superuser run right after the move: " + statement(assignment, change) + ";" + RELOAD
                        + " On Supabase, add them under Project Settings, API, Exposed schemas; and for the command line, in"
                        + " supabase/config.toml under [api]: " + SupabaseConfig.line("schemas", after));
    }

    /** The statement that carries a change out. */
    private static Statement statement(Assignment assignment, RestApi.Change change) {
        Statement alter = change.server().everywhere()
                ? Statement.of("ALTER ROLE %s", change.server().role().name())
                : Statement.of(
                        "ALTER ROLE %s IN DATABASE %s",
                        change.server().role().name(),
                        assignment.snapshot().server().database());
        return Statement.of("%s SET " + ApiServer.SETTING + " TO %s", alter, Literal.of(change.value()));
    }

    private static Finding assumed(Assignment assignment, RestApi.Change change) {
        return Finding.of(
                FindingCode.API_SCHEMAS_ASSUMED,
                Severity.WARNING,
                change.server().role().describe(),
                "it has no " + ApiServer.SETTING
                        + ", so that the API that connects as it serves what its own configuration says (on Supabase, what"
                        + " the dashboard lists under Exposed schemas); what the plan sets comes before that, and goes out from "
                        + Words.some(change.now()),
                "nothing, if that is what it serves now; else set before the move all that it serves, with the target schemas: "
                        + statement(assignment, change) + ";");
    }

    private static List<Finding> notReached(Reach reach, Assignment assignment, ApiServer server, Identifier schema) {
        Identifier source = assignment.mapping().source().value();
        List<Identifier> kept = server.requestRoles().stream()
                .sorted()
                .filter(role -> !reach.roles().isSuperuser(role)
                        && reach.hasUsage(role, source)
                        && !reach.hasUsageInTheEnd(role, schema))
                .toList();
        return kept.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.API_ROLE_LACKS_USAGE,
                        Severity.WARNING,
                        "schema " + schema,
                        "the API that connects as role " + server.role().name() + " serves it, and "
                                + Words.count(kept.size(), "role") + " that requests ask for (" + Words.some(kept)
                                + ") can not reach it, for lack of the USAGE that they have on schema " + source,
                        "nothing, if they are to use nothing there; else say so in the mapping, among the usage of the schema's access, or"
                                + " run after the move: "
                                + Statement.of("GRANT USAGE ON SCHEMA %s TO %s", schema, Statement.list(kept)) + ";"));
    }
}
