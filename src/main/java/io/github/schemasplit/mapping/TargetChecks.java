package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the schemas together: whether each may be what it is, and whether two entries name the same. */
final class TargetChecks {
    private static final Pattern AROUND_PUNCTUATION = Pattern.compile("\\s*([(),])\\s*");

    private record Seen(Origin origin, String schema) {}

    private final Located<Identifier> source;
    private final List<TargetSchema> targets;
    private final Problems problems;

    TargetChecks(Located<Identifier> source, List<TargetSchema> targets, Problems problems) {
        this.source = source;
        this.targets = targets;
        this.problems = problems;
    }

    /** Notes all that is wrong. */
    void check() {
        checkReserved(source, "source schema");
        for (TargetSchema target : targets) {
            checkReserved(target.name(), "schema");
            if (target.name().value().equals(source.value())) {
                problems.add(
                        target.name().origin(),
                        "the schema " + shown(target)
                                + " is the source schema too; name another to move to, or set source");
            }
        }
        for (EntryKind kind : EntryKind.values()) {
            checkTwice(kind);
        }
        checkPolicies();
    }

    private void checkReserved(Located<Identifier> schema, String what) {
        String name = schema.value().value();
        if (name.startsWith("pg_") || name.equals("information_schema")) {
            problems.add(
                    schema.origin(),
                    "the " + what + " " + Quoted.of(name)
                            + " is one of the server's own (pg_*, information_schema); name another");
        }
    }

    private void checkTwice(EntryKind kind) {
        Map<String, Seen> seen = new HashMap<>();
        for (TargetSchema target : targets) {
            for (Located<NamePattern> entry : target.entries(kind)) {
                Seen before = seen.putIfAbsent(meaning(kind, entry.value()), new Seen(entry.origin(), shown(target)));
                if (before != null) {
                    problems.add(
                            entry.origin(),
                            "the " + kind.noun() + " " + Quoted.of(entry.value().text()) + " is in schema "
                                    + before.schema() + " already, at " + before.origin() + "; remove one");
                }
            }
        }
    }

    /** The same text for entries that mean the same; blanks among arguments mean nothing. */
    private static String meaning(EntryKind kind, NamePattern pattern) {
        String text = pattern.isGlob() ? '*' + pattern.text() : '=' + pattern.exactName();
        return kind.hasArguments() ? AROUND_PUNCTUATION.matcher(text).replaceAll("$1") : text;
    }

    private void checkPolicies() {
        Set<String> schemas = new HashSet<>(List.of("public", source.value().value()));
        for (TargetSchema target : targets) {
            schemas.add(target.name().value().value());
        }
        Map<List<String>, Origin> seen = new HashMap<>();
        for (TargetSchema target : targets) {
            for (Located<PolicyEntry> policy : target.policies()) {
                checkPolicy(target, policy, schemas, seen);
            }
        }
    }

    private void checkPolicy(
            TargetSchema target, Located<PolicyEntry> policy, Set<String> schemas, Map<List<String>, Origin> seen) {
        String name = policy.value().name().value();
        if (!(policy.value().tables() instanceof PolicyTables.Named named)) {
            // A table may have both columns.
            Origin before = seen.putIfAbsent(List.of("", shown(target), name), policy.origin());
            if (before != null) {
                problems.add(
                        policy.origin(),
                        "the policy " + Quoted.of(name) + " is one of all tables with a column already, at " + before
                                + "; give one of them another name, since a table may have both columns");
            }
            return;
        }
        String table = named.table().value();
        int dot = table.indexOf('.');
        if (dot > 0 && schemas.contains(table.substring(0, dot))) {
            problems.add(
                    policy.origin(),
                    "the table " + Quoted.of(table) + " of this policy is written with a schema; write "
                            + Quoted.of(table.substring(dot + 1)));
        }
        Origin before = seen.putIfAbsent(List.of(table, name), policy.origin());
        if (before != null) {
            problems.add(
                    policy.origin(),
                    "the policy " + Quoted.of(name) + " of table " + Quoted.of(table) + " is there already, at "
                            + before + "; remove one");
        }
    }

    private static String shown(TargetSchema target) {
        return Quoted.of(target.name().value().value());
    }
}
