package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the tables that annotations map classes to, in Java and Kotlin. */
final class EntityMappings {
    private static final List<String> PERSISTENCE = List.of("jakarta.persistence", "javax.persistence");
    private static final List<String> RELATIONAL = List.of("org.springframework.data.relational.core.mapping");
    /** Annotations of others whose value is a table's name, and which have a schema beside it. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "TableName", List.of("com.baomidou.mybatisplus.annotation"),
            "MappedEntity", List.of("io.micronaut.data.annotation"));
    /** Annotations of JPA that name a table, or what is as good as one, by the value that has the name. */
    private static final Map<String, String> NAMING = Map.of(
            "Table", "name",
            "SecondaryTable", "name",
            "JoinTable", "name",
            "CollectionTable", "name",
            "TableGenerator", "table",
            "SequenceGenerator", "sequenceName");

    private final Code code;
    private final Imports imports;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Findings findings;

    EntityMappings(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.imports = new Imports(code);
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            Annotation.at(code, i).ifPresent(this::read);
        }
    }

    private void read(Annotation annotation) {
        String name = annotation.simpleName();
        if (NAMING.containsKey(name)
                && imports.packageOf(annotation.name(), PERSISTENCE).isPresent()) {
            Optional<Annotation.Value> named = annotation.value(NAMING.get(name));
            if (named.isPresent()) {
                named(annotation, named.get());
            } else if (name.equals("Table")) {
                implied(entityBeside(annotation).orElse(annotation)).ifPresent(moved -> schema(annotation, moved));
            }
        } else if (name.equals("Table")
                        && imports.packageOf(annotation.name(), RELATIONAL).isPresent()
                || OTHERS.containsKey(name)
                        && imports.packageOf(annotation.name(), OTHERS.get(name))
                                .isPresent()) {
            annotation.value("value").or(() -> annotation.value("name")).ifPresent(v -> named(annotation, v));
        } else if (name.equals("Entity")
                && imports.packageOf(annotation.name(), PERSISTENCE).isPresent()) {
            entity(annotation);
        }
    }

    private void named(Annotation annotation, Annotation.Value value) {
        Optional<String> written = strings.value(value.from(), value.to())
                .or(() -> code.isString(value.from())
                        ? Optional.of(strings.at(value.from()).text())
                        : Optional.empty());
        if (written.isEmpty()) {
            return;
        }
        String table = unquoted(written.get());
        Optional<Moved> moved = moved(table);
        if (moved.isPresent()) {
            schema(annotation, moved.get());
            return;
        }
        names.ownedSequence(table)
                .filter(t -> annotation.simpleName().equals("SequenceGenerator")
                        && annotation.value("schema").isEmpty())
                .ifPresent(
                        target -> findings.report(
                                code.lexeme(value.from()).start(),
                                Kind.MAPPING,
                                new Moved(table, target),
                                "a sequence goes along where a column of a moved table owns it, which only the database tells"));
    }

    /** What a table's name in an annotation stands for: as it is written, or as the server folds it. */
    private Optional<Moved> moved(String table) {
        for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
            Optional<Identifier> target = names.relation(name);
            if (target.isPresent()) {
                return Optional.of(new Moved(name, target.get()));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 2 && "\"`[".indexOf(name.charAt(0)) >= 0;
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** Writes the schema into an annotation. */
    private void schema(Annotation annotation, Moved moved) {
        int at = code.lexeme(annotation.at()).start();
        String literal = "\"" + moved.target().value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String shown = "schema = " + literal;
        Optional<Annotation.Value> schema = annotation.value("schema");
        if (schema.isPresent()) {
            Optional<String> old =
                    strings.value(schema.get().from(), schema.get().to());
            if (old.isEmpty()) {
                findings.report(at, Kind.MAPPING, moved, "the schema is named by something that is not known here");
            } else if (old.get().isEmpty()
                    || unquoted(old.get()).equals(names.source().value())) {
                SourceEdit edit = new SourceEdit(
                        code.lexeme(schema.get().from()).start(),
                        code.lexeme(schema.get().to()).end(),
                        literal);
                findings.edit(at, Kind.MAPPING, moved, "a mapped table", shown, List.of(edit));
            }
            return;
        }
        findings.edit(at, Kind.MAPPING, moved, "a mapped table", shown, beside(annotation, shown));
    }

    /** The edits that put another value into an annotation, after the last one. */
    private List<SourceEdit> beside(Annotation annotation, String value) {
        if (annotation.open() == Code.NONE) {
            return List.of(SourceEdit.insert(code.lexeme(annotation.end()).end(), "(" + value + ")"));
        }
        if (annotation.values().isEmpty()) {
            return List.of(SourceEdit.insert(code.lexeme(annotation.open()).end(), value));
        }
        List<SourceEdit> edits = new ArrayList<>();
        Annotation.Value first = annotation.values().get(0);
        if (first.at() == first.from()) {
            edits.add(SourceEdit.insert(code.lexeme(first.from()).start(), "value = "));
        }
        Annotation.Value named = annotation.values().stream()
                .filter(v -> v.name().equals("name") || v.name().equals("value"))
                .findFirst()
                .orElse(first);
        edits.add(SourceEdit.insert(code.lexeme(named.to()).end(), separator(annotation, named) + value));
        return edits;
    }

    /** What stands between two values: on lines of their own where they are. */
    private String separator(Annotation annotation, Annotation.Value value) {
        String text = code.source().text();
        int start = code.lexeme(value.at()).start();
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        boolean ownLine = text.substring(lineStart, start).isBlank()
                && code.lexeme(annotation.at()).start() < lineStart;
        if (!ownLine) {
            return ", ";
        }
        String end = lineStart > 1 && text.charAt(lineStart - 2) == '\r' ? "\r\n" : "\n";
        return "," + end + text.substring(lineStart, start);
    }

    /** Gives a class without a table's name the annotation that says it. */
    private void entity(Annotation entity) {
        if (tableBeside(entity)) {
            return;
        }
        Optional<Moved> moved = implied(entity);
        if (moved.isEmpty()) {
            return;
        }
        int at = code.lexeme(entity.at()).start();
        String packageName = imports.packageOf(entity.name(), PERSISTENCE).orElseThrow();
        boolean all = imports.packageOf("Table", List.of(packageName)).isPresent();
        Optional<Integer> importEnd = imports.endOf(packageName + ".Entity");
        boolean imported = all || importEnd.isPresent() && !imports.hasSimple("Table");
        String table = "@" + (imported ? "" : packageName + ".") + "Table(name = \""
                + moved.get().name() + "\", schema = \"" + moved.get().target().value() + "\")";
        List<SourceEdit> edits = new ArrayList<>();
        if (imported && !all) {
            String end = code.language() == Language.JAVA ? ";" : "";
            edits.add(SourceEdit.insert(importEnd.get(), lineEnd() + "import " + packageName + ".Table" + end));
        }
        edits.add(SourceEdit.insert(code.lexeme(entity.end()).end(), between(entity) + table));
        findings.edit(at, Kind.MAPPING, moved.get(), "a class that is mapped to the table of its name", table, edits);
    }

    private String lineEnd() {
        return code.source().text().contains("\r\n") ? "\r\n" : "\n";
    }

    /** What stands between an annotation and the next one: a line of its own where the first one has one. */
    private String between(Annotation annotation) {
        String text = code.source().text();
        int start = code.lexeme(annotation.at()).start();
        int end = code.lexeme(annotation.end()).end();
        int lineStart = text.lastIndexOf('\n', start) + 1;
        int lineEnd = text.indexOf('\n', end);
        boolean alone = text.substring(lineStart, start).isBlank()
                && lineEnd > 0
                && text.substring(end, lineEnd).isBlank();
        return alone ? lineEnd() + text.substring(lineStart, start) : " ";
    }

    /** The table that a class is mapped to by its name: in words joined by underscores, as Spring does, or as it is. */
    private Optional<Moved> implied(Annotation annotation) {
        String name = className(annotation);
        Optional<Annotation.Value> entityName = annotation.value("name");
        if (entityName.isPresent() && annotation.simpleName().equals("Entity")) {
            name = strings.value(entityName.get().from(), entityName.get().to()).orElse("");
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Moved> underscored = moved(Words.underscored(name));
        return underscored.isPresent() ? underscored : moved(name);
    }

    private String className(Annotation annotation) {
        int i = annotation.end() + 1;
        while (i < code.size()) {
            Optional<Annotation> next = Annotation.at(code, i);
            if (next.isPresent()) {
                i = next.get().end() + 1;
            } else if (code.is(i, "class") || code.is(i, "record") || code.is(i, "interface")) {
                return code.isWord(i + 1) ? code.text(i + 1) : "";
            } else if (code.isWord(i)) {
                i++;
            } else {
                return "";
            }
        }
        return "";
    }

    /** Whether another annotation of the same class names its table, or makes it one of a table that is mapped elsewhere. */
    private boolean tableBeside(Annotation entity) {
        return group(entity).stream()
                .anyMatch(a -> a.simpleName().equals("Table")
                        || a.simpleName().equals("Subselect")
                        || a.simpleName().equals("DiscriminatorValue"));
    }

    private Optional<Annotation> entityBeside(Annotation table) {
        return group(table).stream()
                .filter(a -> a.simpleName().equals("Entity"))
                .findFirst();
    }

    /** The annotations of the same class. */
    private List<Annotation> group(Annotation member) {
        List<Annotation> group = new ArrayList<>();
        int from = member.at();
        while (from > 0 && isInHeader(from - 1)) {
            from = code.partner(from - 1) >= 0 && code.partner(from - 1) < from ? code.partner(from - 1) : from - 1;
        }
        int i = from;
        while (i < code.size()
                && !code.is(i, "class")
                && !code.is(i, "record")
                && !code.is(i, "{")
                && !code.is(i, ";")) {
            Optional<Annotation> next = Annotation.at(code, i);
            next.ifPresent(group::add);
            i = next.isPresent() ? next.get().end() + 1 : i + 1;
        }
        return group;
    }

    private boolean isInHeader(int i) {
        return code.isWord(i) && !code.is(i, "import")
                || code.is(i, "@")
                || code.is(i, ".")
                || code.is(i, ")") && code.partner(i) >= 0;
    }
}
