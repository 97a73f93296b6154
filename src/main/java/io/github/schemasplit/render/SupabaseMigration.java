package io.github.schemasplit.render;

import io.github.schemasplit.plan.Plan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A plan as a migration of Supabase's command line: the script in a transaction of its own, since that tool begins none that settings
 * could be local to.
 *
 * @see <a href="https://supabase.com/docs/guides/deployment/database-migrations">Database migrations</a>
 */
public final class SupabaseMigration {
    private static final String DESCRIPTION = "_split_schemas.sql";
    private static final Pattern OURS = Pattern.compile("\\d+" + Pattern.quote(DESCRIPTION));
    private static final Pattern FILE = Pattern.compile("(\\d+)_.*\\.sql", Pattern.DOTALL);
    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private SupabaseMigration() {}

    /** Whether a file has the name of one of ours. */
    public static boolean isOurs(String fileName) {
        return OURS.matcher(fileName).matches();
    }

    /**
     * The migration. One of ours that was made before and not applied yet is replaced: it keeps its name.
     *
     * @param fileNames the names of the files in the folder of migrations
     * @param applied the versions that were applied, as the history table holds them
     * @param now what a new one is named by, where no other one has a later name
     */
    public static RenderedFile of(
            Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied, Instant now) {
        List<String> head = new ArrayList<>(List.of(
                "Moves objects to the schemas that the mapping gives them.",
                "",
                "Made by schema-maven-plugin for database " + context.database() + " on PostgreSQL "
                        + context.serverVersion() + ".",
                "supabase db push runs it, and psql does; it has its own transaction."));
        head.addAll(context.warnings());
        ScriptBody body = new ScriptBody(
                head, List.of("BEGIN;"), plan, context, "Let its BEGIN and COMMIT be.", false, ScriptForm.PLAIN);
        return new RenderedFile(name(fileNames, applied, now), body.text() + (plan.isEmpty() ? "" : "\nCOMMIT;\n"));
    }

    private static String name(Collection<String> fileNames, Collection<String> applied, Instant now) {
        Optional<FlywayVersion> latest = applied.stream()
                .map(FlywayVersion::parse)
                .flatMap(Optional::stream)
                .max(FlywayVersion.ORDER);
        Optional<String> pending = fileNames.stream()
                .filter(SupabaseMigration::isOurs)
                .filter(n -> latest.filter(
                                l -> FlywayVersion.ORDER.compare(version(n).orElseThrow(), l) <= 0)
                        .isEmpty())
                .max((a, b) -> FlywayVersion.ORDER.compare(
                        version(a).orElseThrow(), version(b).orElseThrow()));
        return pending.orElseGet(() -> next(fileNames, applied, now).text() + DESCRIPTION);
    }

    private static FlywayVersion next(Collection<String> fileNames, Collection<String> applied, Instant now) {
        FlywayVersion fresh = new FlywayVersion(NOW.format(now));
        return Stream.concat(
                        fileNames.stream().map(SupabaseMigration::version),
                        applied.stream().map(FlywayVersion::parse))
                .flatMap(Optional::stream)
                .max(FlywayVersion.ORDER)
                .filter(latest -> FlywayVersion.ORDER.compare(latest, fresh) >= 0)
                .map(FlywayVersion::next)
                .orElse(fresh);
    }

    private static Optional<FlywayVersion> version(String fileName) {
        Matcher file = FILE.matcher(fileName);
        return file.matches() ? Optional.of(new FlywayVersion(file.group(1))) : Optional.empty();
    }
}
