package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the tables that libraries name as classes are, beyond Java: Active Record, Eloquent, GORM, Entity Framework, Django, SQLAlchemy,
 * Sequelize. Their rules can be changed elsewhere, so that a person says the table and its schema.
 */
final class ImpliedRecords {
    /** What a class of records is made of, in any language. */
    private static final Set<String> BASES =
            Set.of("ApplicationRecord", "ActiveRecord", "Model", "Authenticatable", "Pivot");
    /** What makes a class a table, whatever of SQLModel it is made of; one without it is none. */
    private static final String TABLE_OF_SQLMODEL = "table=True";

    /** What a file speaks of that has such classes. */
    private static final List<String> LIBRARIES = List.of(
            "Record",
            "equelize",
            "Illuminate",
            "django",
            "sqlalchemy",
            "SQLAlchemy",
            "db.Model",
            "SQLModel",
            TABLE_OF_SQLMODEL,
            "gorm",
            "DbSet");
    /** What names the table, so that the class does not. */
    private static final Set<String> NAMING = Set.of("table_name", "$table", "db_table", "__tablename__", "TableName");

    private static final String REASON = "the table is named as this is: say it, with its schema";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    ImpliedRecords(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    /** Whether a file may have such classes. */
    static boolean mayBeIn(String text) {
        return text.contains("Record")
                || text.contains("Model")
                || text.contains("gorm")
                || text.contains("DbSet<")
                || text.contains(TABLE_OF_SQLMODEL);
    }

    void read() {
        if (LIBRARIES.stream().noneMatch(code.source()::mentions)) {
            return;
        }
        for (int i = 0; i < code.size(); i++) {
            boolean type = code.is(i, "class") || code.language() == Language.GO && code.is(i, "type");
            if (type && code.isWord(i + 1) && isRecord(i + 2)) {
                record(i + 1);
            } else if (code.is(i, "DbSet") && code.is(i + 1, "<") && code.is(i + 3, ">")) {
                report(i + 4, List.of(code.text(i + 4), Words.underscored(code.text(i + 4))));
            } else if (code.is(i, "define") && code.is(i - 1, ".") && code.isString(i + 2)) {
                defined(i + 1);
            }
        }
    }

    /** Whether what follows the name of a class makes it one of records, before anything of its own. */
    private boolean isRecord(int from) {
        if (code.language() == Language.PYTHON && code.is(from, "(")) {
            for (int i = from; i < code.partner(from); i++) {
                if (code.is(i, "table") && code.is(i + 1, "=") && code.is(i + 2, "True")) {
                    return true;
                }
            }
        }
        boolean struct = code.is(from, "struct");
        int end = struct ? from + 5 : from + 8;
        for (int i = from; i < end && !code.is(i, ";") && (struct || !code.is(i, "{")); i++) {
            if (code.is(i, "class") || code.is(i, "def")) {
                return false;
            }
            if (struct ? code.is(i, "gorm") : BASES.contains(code.text(i))) {
                return true;
            }
        }
        return false;
    }

    private void record(int name) {
        for (int i = name; i < code.size() && !(code.is(i, "class") && !code.is(i + 1, "Meta")); i++) {
            Literal literal = code.literal(i);
            if (NAMING.contains(code.text(i)) || literal != null && NAMING.contains(literal.value())) {
                return;
            }
        }
        String written = code.text(name);
        String word = Words.underscored(written);
        report(
                name,
                switch (code.language()) {
                    case PYTHON ->
                        new TreeSet<>(List.of(
                                word,
                                written.toLowerCase(Locale.ROOT),
                                app() + "_" + written.toLowerCase(Locale.ROOT)));
                    case TYPESCRIPT, JAVASCRIPT -> List.of(written, written + "s", word, Words.plural(word));
                    default -> List.of(Words.plural(word));
                });
    }

    /** The application of Django that the file is in: its folder, or the one around its folder of models. */
    private String app() {
        String[] folders = code.source().path().split("/");
        int folder = folders.length - 2;
        folder = folder > 0 && folders[folder].equals("models") ? folder - 1 : folder;
        return folder < 0 ? "" : folders[folder];
    }

    /** A model of Sequelize: {@code sequelize.define('Order', {…}, { tableName: … })}. */
    private void defined(int open) {
        for (int i = open; i < code.partner(open); i++) {
            if (code.is(i, "tableName")) {
                return;
            }
        }
        Literal model = code.literal(open + 1);
        if (model != null && code.source().mentions("equelize")) {
            String word = Words.underscored(model.value());
            report(open + 1, List.of(model.value(), Words.plural(model.value()), word, Words.plural(word)));
        }
    }

    private void report(int at, Collection<String> tables) {
        for (String table : tables) {
            names.relation(table)
                    .ifPresent(target ->
                            findings.report(code.lexeme(at).start(), Kind.MAPPING, new Moved(table, target), REASON));
        }
    }
}
