package io.github.schemasplit.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a runbook that tells what is done; each goal writes it anew. */
final class RunbookEvidence {
    private static final String BEGIN = "<!-- evidence: begin -->\n";
    private static final String END = "<!-- evidence: end -->\n";

    static final String NO_REHEARSAL = "no rehearsal, run schema:rehearse";

    private static final String STAGING = "Test the migration in a staging environment";
    private static final Pattern REHEARSAL =
            Pattern.compile("^- \\[([ xX])] \\*\\*" + STAGING + "\\*\\*: (.*)\\.$", Pattern.MULTILINE);

    private RunbookEvidence() {}

    /**
     * The part as text.
     *
     * @param before the same part of the runbook that was there: what it says of a rehearsal stays, where nothing newer is known
     */
    static String of(RunbookProgress progress, String before) {
        StringBuilder text = new StringBuilder(BEGIN);
        item(
                text,
                progress.backup().isPresent(),
                "Back up the current database",
                progress.backup().orElse("not done yet, run schema:backup"));
        Matcher told = REHEARSAL.matcher(before);
        if (progress.rehearsal().isEmpty() && told.find()) {
            text.append(told.group()).append('\n');
        } else {
            item(
                    text,
                    progress.rehearsed(),
                    STAGING,
                    progress.rehearsal()
                            .orElse("no rehearsal of what is done is known, run schema:rehearse before a migration"));
        }
        item(
                text,
                progress.migrated().isPresent(),
                "Migrate",
                progress.migrated().orElse("not done yet, run schema:migrate"));
        item(
                text,
                progress.verified(),
                "Verify the database after the migration",
                progress.verification().orElse("not done yet, run schema:verify"));
        item(
                text,
                progress.contracted().isPresent(),
                "End the old names, once nothing uses them",
                progress.contracted().orElse("not done yet, run schema:contract"));
        if (!progress.history().isEmpty()) {
            text.append("\nThe journal tells:\n\n");
            progress.history()
                    .forEach(line ->
                            text.append("- ").append(Markdown.text(line)).append('\n'));
        }
        return text.append(END).toString();
    }

    private static void item(StringBuilder text, boolean done, String what, String evidence) {
        text.append(done ? "- [x] **" : "- [ ] **")
                .append(what)
                .append("**: ")
                .append(Markdown.text(evidence))
                .append(".\n");
    }

    /** A runbook with another evidence; empty where it has no place for it. */
    static Optional<String> replaced(String runbook, RunbookProgress progress) {
        int begin = runbook.indexOf(BEGIN);
        int end = runbook.indexOf(END);
        return begin < 0 || end < begin
                ? Optional.empty()
                : Optional.of(runbook.substring(0, begin)
                        + of(progress, runbook.substring(begin, end))
                        + runbook.substring(end + END.length()));
    }
}
