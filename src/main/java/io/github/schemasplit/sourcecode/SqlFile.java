package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what moves in a file of SQL. What the file makes itself is reported, with all that names it: a person says where it is to be. */
final class SqlFile {
    private final MovedNames names;
    private final Findings findings;

    SqlFile(MovedNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    void read(SourceText source) {
        String sql = JinjaMask.of(withoutRows(source.text()));
        List<Reference> references = new ArrayList<>(References.ofStatements(sql, StringSyntax.STANDARD));
        references.addAll(ScheduledCommands.in(sql));
        references.addAll(RoutineBodies.in(sql));
        CatalogLookUps.in(source.text(), names)
                .forEach((at, moved) -> findings.report(at, Kind.SQL, moved, CatalogLookUps.REASON));
        FormattedNames.in(sql, names)
                .forEach((at, moved) -> findings.report(at, Kind.SQL, moved, FormattedNames.REASON));
        PgTapNames.in(sql, names).forEach((at, moved) -> findings.report(at, Kind.SQL, moved, PgTapNames.REASON));
        Set<String> made = SqlStrings.made(references);
        for (Reference reference : references) {
            SqlName.of(reference, names).ifPresent(name -> read(source, name, made));
        }
    }

    private void read(SourceText source, SqlName name, Set<String> made) {
        Optional<String> doubt = name.doubt()
                .or(() -> pathDoubt(source.text(), name))
                .or(() -> made.contains(name.moved().name())
                        ? Optional.of("the file makes a relation of that name")
                        : Optional.empty());
        Optional<String> written = name.written();
        if (doubt.isPresent() || written.isEmpty()) {
            findings.report(
                    name.reference().start(),
                    Kind.SQL,
                    name.moved(),
                    doubt.orElse("the new schema's name cannot be written there"));
        } else {
            boolean joins = written.get().startsWith("\"")
                    && name.start() > 0
                    && isWordEnd(source.text().charAt(name.start() - 1));
            findings.edit(
                    name.reference().start(),
                    Kind.SQL,
                    name.moved(),
                    "a name in SQL",
                    name.shown(),
                    List.of(new SourceEdit(name.start(), name.end(), (joins ? " " : "") + written.get())));
        }
    }

    /** Why a name without a schema may be one of another schema. */
    static Optional<String> pathDoubt(String text, SqlName name) {
        return name.schema().isEmpty() && text.toLowerCase(Locale.ROOT).contains("search_path")
                ? Optional.of("search_path is set here, so that the name may be looked for elsewhere")
                : Optional.empty();
    }

    private static boolean isWordEnd(char c) {
        return c == '"' || c == '&';
    }

    /** The text with the rows that follow {@code COPY … FROM stdin;}, and psql's own commands, as blanks. */
    static String withoutRows(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        boolean rows = false;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            boolean ends = line.equals("\\.");
            if (rows || ends || line.startsWith("\\") && !line.startsWith("\\copy")) {
                for (int i = start; i < end; i++) {
                    masked.setCharAt(i, ' ');
                }
            } else if (line.startsWith("\\copy")) {
                masked.setCharAt(text.indexOf('\\', start), ' ');
                if (end < text.length()) {
                    // It ends with its line.
                    masked.setCharAt(end, ';');
                }
            }
            if (ends) {
                rows = false;
            } else if (!rows) {
                String upper = line.toUpperCase(Locale.ROOT);
                rows = upper.startsWith("COPY ") && upper.contains("FROM STDIN") && upper.endsWith(";");
            }
            start = end + 1;
        }
        return masked.toString();
    }
}
