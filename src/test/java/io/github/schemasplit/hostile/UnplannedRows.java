package io.github.schemasplit.hostile;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RoutineOperation;
import io.github.schemasplit.plan.SchemaOperation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.testing.RawCatalog;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What differs between the rows of the catalogs before and after a migration and is not in its plan. It asks neither the audit nor
 * what the planner knows of what goes along with what.
 */
final class UnplannedRows {
    private static final Pattern SCHEMA =
            Pattern.compile("\"(?:rel|typ|con|stx|pro|opr|opc|opf|coll|cfg|dict|prs|tmpl)namespace\": \"(\\d+)\"");
    private static final Pattern OID = Pattern.compile("\\{\"oid\": \"(\\d+)\"|, \"oid\": \"(\\d+)\"");

    private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern BODY = Pattern.compile("\"prosrc\": \"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private static final Pattern PATH = setting("search_path");

    /** The OID of {@code pg_publication_rel}. */
    private static final String PUBLISHED_TABLE = "6106";

    /** Dependencies of parts on their whole. */
    private static final Set<String> PART = Set.of("a", "i", "P", "S");

    private final Plan plan;
    private final List<String> before;

    UnplannedRows(Plan plan, List<String> before) {
        this.plan = plan;
        this.before = before;
    }

    /** The rows that only one side has and that the plan does not account for, marked as {@link RawCatalog#difference} does. */
    List<String> among(List<String> after) {
        List<String> difference = RawCatalog.difference(before, after);
        Set<String> removed = difference.stream()
                .filter(r -> r.startsWith("- "))
                .map(this::withoutPlanned)
                .collect(Collectors.toSet());
        Set<String> added = difference.stream()
                .filter(r -> r.startsWith("+ "))
                .map(this::withoutPlanned)
                .collect(Collectors.toSet());
        Set<String> moving = moving();
        return difference.stream()
                .filter(r -> !isPlanned(r.substring(2)))
                .filter(r -> !(moving.contains(key(r.substring(2)))
                        && removed.contains(withoutPlanned(r))
                        && added.contains(withoutPlanned(r))))
                .filter(r -> !(isOfSettings(r)
                        && (withoutPlanned(r).contains("\"setconfig\": []")
                                || removed.contains(withoutPlanned(r)) && added.contains(withoutPlanned(r)))))
                .toList();
    }

    private static Pattern setting(String name) {
        return Pattern.compile("(?:(?<=\\[)|, )\"(" + Pattern.quote(name) + "=(?:[^\"\\\\]++|\\\\.)*+)\"");
    }

    private static boolean isOfSettings(String row) {
        return row.startsWith("pg_db_role_setting ", 2);
    }

    /** What the plan moves and all that is part of it, as catalog and OID. */
    private Set<String> moving() {
        Map<String, Set<String>> parts = new HashMap<>();
        for (String row : before) {
            if (row.startsWith("pg_depend ") && PART.contains(value(row, "deptype"))) {
                parts.computeIfAbsent(value(row, "refclassid") + " " + value(row, "refobjid"), w -> new HashSet<>())
                        .add(value(row, "classid") + " " + value(row, "objid"));
            }
        }
        Set<String> moving = new HashSet<>();
        plan.moves()
                .forEach(m -> add(
                        moving, m.object().catalog().oid() + " " + m.object().oid(), parts));
        plan.routines().forEach(r -> moving.add(key(r)));
        return moving;
    }

    private static String key(RoutineOperation operation) {
        return operation.routine().catalog().oid() + " " + operation.routine().oid();
    }

    private static void add(Set<String> moving, String object, Map<String, Set<String>> parts) {
        if (moving.add(object)) {
            parts.getOrDefault(object, Set.of()).forEach(p -> add(moving, p, parts));
        }
    }

    private boolean isPlanned(String row) {
        return switch (row.substring(0, row.indexOf(' '))) {
            case "pg_namespace" ->
                plan.operations().stream()
                        .anyMatch(o -> o instanceof SchemaOperation own
                                && own.schema().value().equals(unescaped(value(row, "nspname"))));
            case "pg_default_acl" -> plan.operations().stream().anyMatch(AlterDefaultPrivileges.class::isInstance);
            case "pg_publication_rel" -> plan.operations().stream().anyMatch(AlterPublication.class::isInstance);
            case "pg_description" -> isOf(row, "classoid", Catalog.PG_NAMESPACE);
            case "pg_shdepend" ->
                isOf(row, "classid", Catalog.PG_NAMESPACE) || isOf(row, "classid", Catalog.PG_DEFAULT_ACL);
            case "pg_depend" ->
                isOf(row, "refclassid", Catalog.PG_NAMESPACE)
                        || value(row, "classid").equals(PUBLISHED_TABLE);
            default -> false;
        };
    }

    private static boolean isOf(String row, String column, Catalog catalog) {
        return value(row, column).equals(String.valueOf(catalog.oid()));
    }

    private static String key(String row) {
        Matcher oid = OID.matcher(row);
        String catalog = row.substring(0, row.indexOf(' ')).toUpperCase(Locale.ROOT);
        return oid.find()
                        && Arrays.stream(Catalog.values())
                                .anyMatch(c -> c.name().equals(catalog))
                ? Catalog.valueOf(catalog).oid() + " " + (oid.group(1) == null ? oid.group(2) : oid.group(1))
                : "";
    }

    private static String value(String row, String column) {
        Matcher value = Pattern.compile("\"" + column + "\": \"((?:[^\"\\\\]++|\\\\.)*+)\"")
                .matcher(row);
        return value.find() ? value.group(1) : "";
    }

    private static String unescaped(String text) {
        return JSON_ESCAPE
                .matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "t" -> "\t";
                            case "r" -> "\r";
                            default -> escape.group(1);
                        }));
    }

    /** A row without its schema and, when it is that of a routine that is changed, without the body or path that it should have. */
    private String withoutPlanned(String row) {
        String rest = SCHEMA.matcher(row.substring(2)).replaceFirst("");
        boolean before = row.startsWith("- ");
        if (isOfSettings(row)) {
            return withoutPlannedSettings(rest, before);
        }
        if (!rest.startsWith("pg_proc ")) {
            return rest;
        }
        String key = key(rest);
        return plan.routines()
                .filter(r -> key(r).equals(key))
                .findFirst()
                .map(r -> r instanceof ReplaceRoutine replacement
                        ? without(BODY, rest, before ? replacement.from() : replacement.to())
                        : withoutPath(rest, before ? r.inverse() : r))
                .orElse(rest);
    }

    /** A row of settings without what operations on the database, or on some role, take away or give. */
    private String withoutPlannedSettings(String row, boolean before) {
        boolean ofDatabase = value(row, "setrole").equals("0");
        String rest = row;
        for (SettingOperation alter : plan.alteredSettings().toList()) {
            Optional<String> value = before ? alter.valueBefore() : alter.valueAfter();
            if (alter.holder().isEmpty() == ofDatabase && value.isPresent()) {
                rest = without(setting(alter.setting()), rest, alter.setting() + "=" + value.get());
            }
        }
        return rest.replace("\"setconfig\": [, ", "\"setconfig\": [");
    }

    private static String without(Pattern pattern, String row, String planned) {
        Matcher found = pattern.matcher(row);
        return found.find() && unescaped(found.group(1)).equals(planned) ? found.replaceFirst("") : row;
    }

    /** No setting at all is as good as an empty list. */
    private static String withoutPath(String row, RoutineOperation operation) {
        Optional<SearchPath> path = operation instanceof AlterRoutine alter ? alter.to() : Optional.empty();
        String list = row.replace("\"proconfig\": null", "\"proconfig\": []");
        return path.map(planned -> without(PATH, list, planned.setting()))
                .orElse(list)
                .replace("\"proconfig\": [, ", "\"proconfig\": [");
    }
}
