package io.github.schemasplit.render;

import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A plan as a changelog of Liquibase in formatted SQL: one change set, run in one transaction, as one text.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Formatted SQL</a>
 */
public final class LiquibaseChangelog {
    /** The author of our change sets. */
    private static final String AUTHOR = "schema-maven-plugin";

    private static final NumberedFile NAMES = new NumberedFile("split-schemas");

    private LiquibaseChangelog() {}

    /** Whether a file has the name of one of ours. */
    public static boolean isOurs(String fileName) {
        return NAMES.isOurs(fileName);
    }

    /**
     * The changelog. One of ours that was made before and not applied yet is replaced: it keeps its name.
     *
     * @param fileNames the names of the files in the folder of changelogs
     * @param applied the ids of the change sets that were applied, as the history table holds them
     */
    public static RenderedFile of(
            Plan plan, ScriptContext context, Collection<String> fileNames, Collection<String> applied) {
        String name = NAMES.next(fileNames, applied);
        String id = name.substring(0, name.length() - NumberedFile.ENDING.length());
        List<String> head = new ArrayList<>(
                List.of(
                        "Moves objects to the schemas that the mapping gives them.",
                        "",
                        "Made by schema-maven-plugin for database " + context.database() + " on PostgreSQL "
                                + context.serverVersion() + ".",
                        "Liquibase runs it once it is included after all change sets that there are. What takes it back is rollback.sql."));
        fileNames.stream()
                .filter(other -> other.compareTo(name) > 0)
                .max(Comparator.naturalOrder())
                .ifPresent(other -> head.add("Where a folder is included as a whole, it runs before " + other
                        + ": include it by its name there, or give it another one."));
        head.addAll(context.warnings());
        String howToRun = "Let Liquibase run it, with runInTransaction:true.";
        String body = new ScriptBody(head, List.of(), plan, context, howToRun, false, new LiquibaseForm()).text();
        return new RenderedFile(
                name,
                "--liquibase formatted sql\n\n--changeset " + AUTHOR + ":" + id
                        + " runInTransaction:true splitStatements:false stripComments:false\n" + body);
    }
}
