package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists the tables that are named nowhere, as the names of classes and of their fields make them: of JPA's collections, and of Spring Data. */
final class ImpliedTables {
    private static final List<String> PERSISTENCE = List.of("jakarta.persistence", "javax.persistence");
    private static final Set<String> COLLECTIONS = Set.of("ManyToMany", "OneToMany", "ElementCollection");
    private static final Set<String> NAMING = Set.of("JoinTable", "CollectionTable", "JoinColumn", "JoinColumns");
    /** What makes a class of Spring Data's one of another store. */
    private static final List<String> OTHER_STORES = List.of(
            "org.springframework.data.mongodb",
            "org.springframework.data.redis",
            "org.springframework.data.elasticsearch",
            "org.springframework.data.neo4j",
            "org.springframework.data.cassandra",
            "org.springframework.data.couchbase");

    private final Code code;
    private final Imports imports;
    private final MovedNames names;
    private final Findings findings;

    ImpliedTables(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.imports = new Imports(code);
        this.names = names;
        this.findings = findings;
    }

    void read() {
        String owner = "";
        boolean table = false;
        // An annotation stands before the class that it is of.
        boolean ahead = false;
        for (int i = 0; i < code.size(); i++) {
            Optional<Annotation> annotation = Annotation.at(code, i);
            if (annotation.isPresent()) {
                ahead |= annotation.get().simpleName().equals("Table");
                read(annotation.get(), owner, table);
            } else if (code.is(i, "class") || code.is(i, "record")) {
                owner = code.isWord(i + 1) ? code.text(i + 1) : owner;
                table = ahead;
                ahead = false;
            }
        }
    }

    private void read(Annotation annotation, String owner, boolean table) {
        String name = annotation.simpleName();
        if (COLLECTIONS.contains(name)
                && imports.packageOf(annotation.name(), PERSISTENCE).isPresent()) {
            if (annotation.value("mappedBy").isEmpty() && !isNamed(annotation)) {
                collection(annotation, owner);
            }
        } else if (name.equals("Id")
                && !table
                && imports.packageOf(annotation.name(), List.of("org.springframework.data.annotation"))
                        .isPresent()
                && OTHER_STORES.stream().noneMatch(imports::anyOf)) {
            report(
                    annotation,
                    Words.underscored(owner),
                    "Spring Data names the table as the class: add a @Table that says the schema");
        }
    }

    /** Whether the field's other annotations name a table, or a column that makes one needless. */
    private boolean isNamed(Annotation annotation) {
        for (int i = annotation.at(); i > 0 && !code.is(i, ";") && !code.is(i, "{") && !code.is(i, "}"); i--) {
            if (names(i)) {
                return true;
            }
        }
        for (int i = annotation.end(); i < code.size() && !code.is(i, ";") && !code.is(i, "="); i++) {
            if (names(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(int i) {
        return Annotation.at(code, i)
                .filter(a -> NAMING.contains(a.simpleName()))
                .isPresent();
    }

    private void collection(Annotation annotation, String owner) {
        String field = "";
        String element = "";
        for (int i = annotation.end() + 1; i < code.size() && !code.is(i, ";") && !code.is(i, "="); i++) {
            field = code.isWord(i) ? code.text(i) : field;
            element = code.is(i, "<") && code.isWord(i + 1) ? code.text(i + 1) : element;
        }
        String reason =
                "the table's name is made of those of its class and of the field: say it, with its schema, in an"
                        + " annotation";
        String of = Words.underscored(owner);
        String other = annotation.simpleName().equals("ElementCollection") ? field : element;
        for (String first : List.of(of, of + "s")) {
            for (String second : List.of(Words.underscored(other), Words.underscored(other) + "s")) {
                report(annotation, first + "_" + second, reason);
            }
        }
    }

    private void report(Annotation annotation, String table, String reason) {
        String name = table.toLowerCase(Locale.ROOT);
        names.relation(name)
                .ifPresent(target -> findings.report(
                        code.lexeme(annotation.at()).start(), Kind.MAPPING, new Moved(name, target), reason));
    }
}
