package io.github.schemasplit.render;

import io.github.schemasplit.hazard.Hazard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code runbook.md}: a checklist for one database, with what is done and what is left to whom, and the way back. */
public final class RunbookMarkdown {
    /** The file's name. */
    public static final String FILE = "runbook.md";

    /** How many there are in one list; the rest is in {@code analysis.json}. */
    private static final int MOST = 100;

    private static final int SOME = 10;

    private static final String TICKED = "- [x] ";
    private static final String TICKED_TOO = "- [X] ";
    private static final String OPEN = "- [ ] ";
    private static final String WINDOWS_END = "\r\n";

    private final StringBuilder text = new StringBuilder();
    private final Runbook runbook;

    private RunbookMarkdown(Runbook runbook) {
        this.runbook = runbook;
    }

    /**
     * Writes a runbook.
     *
     * @param before what was there; a box of it that is ticked stays ticked where its line is the same
     */
    public static RenderedFile of(Runbook runbook, RunbookProgress progress, Optional<String> before) {
        String written = new RunbookMarkdown(runbook).write(progress);
        return new RenderedFile(
                FILE, before.map(b -> withEndsOf(b, ticked(written, b))).orElse(written));
    }

    /** A runbook of that database with what is done by now; empty where it is none. */
    public static Optional<RenderedFile> refreshed(String runbook, Runbook.Place place, RunbookProgress progress) {
        String lines = runbook.replace(WINDOWS_END, "\n");
        return lines.contains("\n" + place.line() + "\n")
                ? RunbookEvidence.replaced(lines, progress)
                        .map(content -> new RenderedFile(FILE, withEndsOf(runbook, content)))
                : Optional.empty();
    }

    /** An editor, or Git, may have given its lines other ends; they keep them. */
    private static String withEndsOf(String before, String written) {
        return before.contains(WINDOWS_END) ? written.replace("\n", WINDOWS_END) : written;
    }

    private static String ticked(String written, String before) {
        Set<String> ticked = new HashSet<>();
        before.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(TICKED) || line.startsWith(TICKED_TOO))
                .forEach(line -> ticked.add(line.substring(TICKED.length())));
        return written.lines()
                .map(line -> line.strip().startsWith(OPEN)
                                && ticked.contains(line.strip().substring(OPEN.length()))
                        ? line.replaceFirst(Pattern.quote(OPEN), TICKED)
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String write(RunbookProgress progress) {
        line("# Runbook: splitting schema " + Markdown.code(runbook.source()));
        line("");
        line(runbook.place().line());
        line("");
        line("Written by `schema:generate`. What is done is brought up to date by `schema:migrate`, `schema:verify`,"
                + " `schema:contract` and `schema:rollback`; a box that you tick stays ticked.");
        heading("Checklist");
        text.append(RunbookEvidence.of(progress, ""));
        line("");
        line(TICKED + "**Identify all foreign key relationships**: " + runbook.foreignKeys() + ", of which "
                + runbook.crossings().size() + " will run between schemas");
        people();
        topics();
        commands();
        wayBack();
        hazards();
        names();
        list(
                "Foreign keys between schemas",
                runbook.crossings().stream().map(Markdown::code).toList());
        return text.toString().replaceAll("\n{3,}", "\n\n");
    }

    private void people() {
        line(OPEN
                + "**Tell users of the maintenance window**: `schema.window` holds the migration to it, and `schema.notice.webhook`"
                + " tells a channel when it begins and ends");
        line(OPEN
                + "**Update the application's code**: what it has to call the tables is under [New names](#new-names). "
                + Markdown.text(runbook.keptBy()));
        line(OPEN + "**Update API endpoints** that name tables or schemas");
        line(OPEN + "**Update CI/CD pipelines**"
                + (runbook.pipelines().isEmpty()
                        ? ": no file of one in this project names what moves; those elsewhere are not known"
                        : ":"));
        runbook.pipelines()
                .forEach(p -> line("  " + OPEN + Markdown.code(p.file()) + ", line "
                        + p.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                        + codes(p.names())));
        line(OPEN + "**Test all functionality after the migration**");
        line(OPEN + "**Update the documentation** with the new names");
        line(OPEN + "**Train the team** on the new schemas");
        line(OPEN + "**Monitor performance**");
    }

    private void topics() {
        heading("What is left to people");
        if (runbook.topics().isEmpty()) {
            line("Nothing in the database that the analysis knows of.");
        }
        for (Runbook.Topic topic : runbook.topics()) {
            list(
                    topic.title(),
                    topic.items().stream()
                            .map(item -> "[ ] **" + Markdown.text(item.subject()) + "**: "
                                    + Markdown.text(sentence(item.message())) + " *To do:* "
                                    + Markdown.text(item.remedy()))
                            .toList());
        }
    }

    private void commands() {
        String severe = runbook.hazards().stream()
                .filter(Hazard::isSevere)
                .map(hazard -> hazard.id().name())
                .collect(Collectors.joining(","));
        heading("Commands, in order");
        line("```sh");
        line("mvn schema:analyze                       # what moves, and what speaks against it");
        line("mvn schema:rehearse                      # the whole way on a disposable copy");
        line("mvn schema:backup                        # a verified dump");
        line("mvn schema:generate                      # the scripts, and this runbook");
        line("mvn schema:migrate" + (severe.isEmpty() ? "" : " -Dschema.allowHazards=" + severe));
        line("mvn schema:verify                        # fails unless all is as the mapping says");
        line("mvn schema:contract -Dschema.contract.canary  # once the code is changed: closes the old names on trial");
        line("mvn schema:rollback                      # opens them again; takes back only that");
        line("mvn schema:contract                      # ends the old names");
        line("mvn schema:info                          # what was done when and by whom");
        line("```");
    }

    private void wayBack() {
        heading("How to take it back");
        WayBackTable.LINES.forEach(this::line);
        line("");
        line("```sh");
        line("mvn schema:rollback");
        line(
                "mvn schema:restore -Dschema.restore=schema-backups/….json   # the manifest; schema.url names the empty or new database");
        line("```");
        line("");
        line("Either way: take the application's code back to the old names, run `mvn schema:verify"
                + " -Dschema.expect=original` after a rollback, and tell the users.");
    }

    private void hazards() {
        heading("Hazards");
        if (runbook.hazards().isEmpty()) {
            line("None.");
        }
        for (Hazard hazard : runbook.hazards()) {
            line("- **" + hazard.severity() + " " + Markdown.text(hazard.id().name()) + "**: "
                    + Markdown.text(hazard.id().explanation()) + " It is about "
                    + codes(hazard.subjects().stream().limit(SOME).toList())
                    + (hazard.subjects().size() > SOME
                            ? " and " + (hazard.subjects().size() - SOME) + " more"
                            : ""));
        }
    }

    private void names() {
        heading("New names");
        for (Runbook.Target target : runbook.targets()) {
            line("### Schema " + Markdown.code(target.schema()));
            line("");
            target.purpose().ifPresent(purpose -> {
                line(Markdown.text(purpose));
                line("");
            });
            if (!target.roles().isEmpty()) {
                line("Used by clients that connect as, or act as, " + codes(target.roles()) + ".");
                line("");
            }
            line("| kind | before | after |");
            line("| --- | --- | --- |");
            target.moves()
                    .forEach(move -> line("| " + Markdown.text(move.kind()) + " | " + Markdown.codeCell(move.from())
                            + " | " + Markdown.codeCell(move.to()) + " |"));
            line("");
        }
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        items.stream().limit(MOST).forEach(item -> line("- " + item));
        if (items.size() > MOST) {
            line("- … and " + (items.size() - MOST) + " more, see analysis.json");
        }
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
