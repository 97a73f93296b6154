package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Optional;

/** Finds the models of a Prisma schema that are mapped to what moves. */
final class PrismaFile {
    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    PrismaFile(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            boolean model = code.is(i, "model") || code.is(i, "view");
            if (model && code.isWord(i + 1) && code.is(i + 2, "{") && code.partner(i + 2) > i) {
                model(i + 1, code.partner(i + 2));
            }
        }
    }

    private void model(int name, int end) {
        String table = attribute(name, end, "map").map(Literal::value).orElse(code.text(name));
        Optional<Moved> moved = names.relation(table).map(t -> new Moved(table, t));
        if (moved.isEmpty()) {
            return;
        }
        int at = code.lexeme(name).start();
        Optional<Literal> schema = attribute(name, end, "schema");
        if (schema.isEmpty()) {
            findings.report(
                    at,
                    Kind.MAPPING,
                    moved.get(),
                    "add @@schema to all models, and the schemas to the datasource: Prisma takes them only together");
        } else if (schema.get().value().equals(names.source().value())) {
            String target = moved.get().target().value();
            Literal old = schema.get();
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved.get(),
                    "a model of Prisma",
                    "@@schema(\"" + target + "\")",
                    List.of(new SourceEdit(old.place(0), old.place(old.value().length()), target)));
        }
    }

    /** What {@code @@map("…")} or the like says in a model. */
    private Optional<Literal> attribute(int from, int end, String name) {
        for (int i = from; i < end; i++) {
            if (code.is(i, "@") && code.is(i + 1, "@") && code.is(i + 2, name) && code.is(i + 3, "(")) {
                boolean named = code.is(i + 4, "name") && code.is(i + 5, ":");
                return Optional.ofNullable(code.literal(named ? i + 6 : i + 4));
            }
        }
        return Optional.empty();
    }
}
