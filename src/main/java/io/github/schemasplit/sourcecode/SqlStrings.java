package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what moves in the SQL of a code's strings. */
final class SqlStrings {
    private final MovedNames names;
    private final Findings findings;
    private final Optional<String> elsewhere;
    private boolean open;

    SqlStrings(MovedNames names, Findings findings) {
        this(names, findings, Optional.empty());
    }

    /**
     * @param elsewhere why the SQL may be for another database, if it may
     */
    SqlStrings(MovedNames names, Findings findings, Optional<String> elsewhere) {
        this.names = names;
        this.findings = findings;
        this.elsewhere = elsewhere;
    }

    /** Whether a string had a place for a table's name that is only known as the code runs. */
    boolean isOpen() {
        return open;
    }

    /** Reads a string, as its place in the code tells. */
    void read(Assembled string, StringUse use) {
        String text = SqlMask.of(string.text());
        if (use == StringUse.PROSE || text.indexOf(Literal.HOLE) < 0 && !names.mayBeIn(text)) {
            return;
        }
        if (use == StringUse.EXPRESSION) {
            read(string, "SELECT " + text, "SELECT ".length(), true);
            return;
        }
        if (use == StringUse.SCRIPT) {
            read(string, SqlFile.withoutRows(text), 0, true);
            return;
        }
        if (use == StringUse.TABLE) {
            read(string, "SELECT * FROM " + text, "SELECT * FROM ".length(), true);
            return;
        }
        SqlShape.Verdict verdict = SqlShape.of(text);
        if (verdict == SqlShape.Verdict.OTHER && use == StringUse.SQL && SqlShape.isBeginning(text)) {
            read(string, text, 0, true);
            return;
        }
        boolean prose = verdict == SqlShape.Verdict.PROSE && use != StringUse.SQL;
        if (verdict != SqlShape.Verdict.OTHER && !prose) {
            String prefix = SqlShape.prefix(text);
            boolean shaped = verdict == SqlShape.Verdict.SQL && use != StringUse.PERHAPS;
            read(string, prefix + text, prefix.length(), use == StringUse.SQL || shaped);
        }
    }

    private void read(Assembled string, String sql, int prefix, boolean isSql) {
        CatalogLookUps.in(sql, names)
                .forEach((at, moved) -> findings.report(
                        string.place(Math.max(0, at - prefix)), Kind.SQL, moved, CatalogLookUps.REASON));
        FormattedNames.in(sql, names)
                .forEach((at, moved) -> findings.report(
                        string.place(Math.max(0, at - prefix)), Kind.SQL, moved, FormattedNames.REASON));
        List<Reference> references = new ArrayList<>(References.ofStatements(sql, StringSyntax.STANDARD));
        references.addAll(ScheduledCommands.in(sql));
        references.addAll(RoutineBodies.in(sql));
        Set<String> made = made(references);
        for (Reference reference : references) {
            if (reference.start() < prefix) {
                continue;
            }
            Optional<SqlName> name = SqlName.of(reference, names);
            if (name.isPresent()) {
                read(string, sql, prefix, isSql, name.get(), made);
            } else {
                open(string, prefix, reference);
            }
        }
    }

    private void read(Assembled string, String sql, int prefix, boolean isSql, SqlName name, Set<String> made) {
        int at = name.reference().start() - prefix;
        int start = name.start() - prefix;
        Optional<SourceEdit> edit = name.written().flatMap(w -> string.edit(start, name.end() - prefix, w));
        Optional<String> doubt = name.doubt()
                .or(() -> SqlFile.pathDoubt(sql, name))
                .or(() -> made.contains(name.moved().name())
                        ? Optional.of("the same statements make a table of that name")
                        : Optional.empty())
                .or(() -> elsewhere)
                .or(() -> isSql && !isEntity(sql, name)
                        ? Optional.empty()
                        : Optional.of("this may be SQL, or a text that reads like it"));
        if (doubt.isPresent()) {
            findings.report(string.place(at), Kind.SQL, name.moved(), doubt.get());
        } else if (edit.isPresent()) {
            findings.edit(string.place(at), Kind.SQL, name.moved(), "a name in SQL", name.shown(), List.of(edit.get()));
        } else if (string.edit(start, name.end() - prefix, name.moved().name()).isPresent()) {
            // Another name could be.
            findings.report(string.place(at), Kind.SQL, name.moved(), "the new schema's name cannot be written there");
        } else if (SqlShape.of(string.partAt(at)) == SqlShape.Verdict.OTHER) {
            // A constant that is SQL by itself is read where it is written.
            findings.report(
                    string.place(at), Kind.SQL, name.moved(), "the name is of a constant that is put into SQL here");
        }
    }

    /** Whether a name is written as a class is, in a query that could be one over classes: those have no star. */
    private static boolean isEntity(String sql, SqlName name) {
        List<NamePart> parts = name.reference().parts();
        String written = sql.substring(parts.get(0).start(), parts.get(0).end());
        return parts.size() == 1
                && Character.isUpperCase(written.charAt(0))
                && !written.equals(written.toUpperCase(Locale.ROOT))
                && sql.indexOf('*', sql.startsWith("SELECT * ") ? 8 : 0) < 0;
    }

    /** A name that goes on with what is not known may be that of a part of what moves. */
    private void open(Assembled string, int prefix, Reference reference) {
        if (reference.kind() != ReferenceKind.RELATION
                || !reference.parts().stream().anyMatch(NamePart::isOpen)) {
            return;
        }
        NamePart last = reference.parts().get(reference.parts().size() - 1);
        open |= last.isOpen();
        for (String value : string.perhaps(Math.max(0, last.start() - prefix))) {
            names.relation(value)
                    .ifPresent(target -> findings.report(
                            string.place(last.start() - prefix),
                            Kind.SQL,
                            new Moved(value, target),
                            "the name that stands here has this value, or another one"));
        }
        String known = last.identifier().value();
        String reason = "its schema is only known as the code runs";
        if (last.isOpen()) {
            known = known.substring(0, known.indexOf(Literal.HOLE));
            reason = "the name may go on with what is only known as the code runs";
        }
        String base = known.endsWith("_") ? known.substring(0, known.length() - 1) : known;
        String why = reason;
        names.relation(base)
                .ifPresent(target ->
                        findings.report(string.place(last.start() - prefix), Kind.SQL, new Moved(base, target), why));
    }

    /** The tables that statements make, which may be temporary. */
    static Set<String> made(List<Reference> references) {
        Set<String> made = new HashSet<>();
        for (Reference reference : references) {
            if (reference.creates() && reference.kind() == ReferenceKind.RELATION) {
                made.add(reference
                        .parts()
                        .get(reference.parts().size() - 1)
                        .identifier()
                        .value());
            }
        }
        return made;
    }
}
