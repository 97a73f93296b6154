package io.github.schemasplit.render;

import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan as a migration of Flyway: the script, named so that Flyway takes it next, and the script's configuration, without which
 * Flyway would take <code>${…}</code> in a name for a placeholder and the file for one of the project's encoding.
 *
 * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/script-configuration">Script configuration</a>
 */
public final class FlywayMigration {
    private static final String DESCRIPTION = "__split_schemas.sql";
    private static final FlywayVersion FIRST = new FlywayVersion("1");
    private static final String CONFIGURATION = """
            # Names of database objects are taken as they are.
            placeholderReplacement=false
            encoding=UTF-8
            executeInTransaction=true
            """;

    private FlywayMigration() {}

    /** Whether a file has the name of one of ours. */
    public static boolean isOurs(String fileName) {
        return fileName.endsWith(DESCRIPTION)
                && FlywayVersion.ofFile(fileName)
                        .filter(v -> fileName.equals("V" + v.text() + DESCRIPTION))
                        .isPresent();
    }

    /**
     * The script and its configuration. A script of ours that was made before and not applied yet is replaced: it keeps its name.
     *
     * @param fileNames the names of the files in the folder of migrations
     * @param applied the versions that were applied, as the schema history table holds them
     */
    public static List<RenderedFile> of(
            Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
        String name = name(fileNames, applied);
        List<String> head = new ArrayList<>(List.of(
                "Moves objects to the schemas that the mapping gives them.",
                "",
                "Made by schema-maven-plugin for database " + context.database() + " on PostgreSQL "
                        + context.serverVersion() + ".",
                "Flyway runs it, in one transaction, with the settings of " + name + ".conf."));
        head.addAll(context.warnings());
        String howToRun = "Let Flyway run it, with executeInTransaction=true.";
        return List.of(
                new RenderedFile(
                        name, new ScriptBody(head, List.of(), plan, context, howToRun, false, ScriptForm.PLAIN).text()),
                new RenderedFile(name + ".conf", CONFIGURATION));
    }

    private static String name(Collection<String> fileNames, Collection<String> applied) {
        Optional<FlywayVersion> latest = latest(applied.stream().map(FlywayVersion::parse));
        Optional<String> pending = fileNames.stream()
                .filter(FlywayMigration::isOurs)
                .filter(n -> FlywayVersion.ofFile(n)
                        .filter(v -> latest.filter(l -> FlywayVersion.ORDER.compare(v, l) <= 0)
                                .isEmpty())
                        .isPresent())
                .max((a, b) -> FlywayVersion.ORDER.compare(
                        FlywayVersion.ofFile(a).orElseThrow(),
                        FlywayVersion.ofFile(b).orElseThrow()));
        return pending.orElseGet(() -> "V" + next(fileNames, latest).text() + DESCRIPTION);
    }

    /** A version of a file comes before the same one of the table: it is written in the project's style. */
    private static FlywayVersion next(Collection<String> fileNames, Optional<FlywayVersion> latest) {
        Optional<FlywayVersion> file = latest(fileNames.stream().map(FlywayVersion::ofFile));
        return latest(Stream.of(latest, file)).map(FlywayVersion::next).orElse(FIRST);
    }

    /** The greatest; of equal ones the last. */
    private static Optional<FlywayVersion> latest(Stream<Optional<FlywayVersion>> versions) {
        return versions.flatMap(Optional::stream).reduce((a, b) -> FlywayVersion.ORDER.compare(a, b) > 0 ? a : b);
    }
}
