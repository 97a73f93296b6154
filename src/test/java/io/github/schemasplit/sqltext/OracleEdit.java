package io.github.schemasplit.sqltext;

import io.github.schemasplit.sqltext.oracle.ParseResult;
import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts another schema into every reference of a text: the server's parser must see no other change. */
final class OracleEdit {
    private OracleEdit() {}

    /** The edited text, with what the parser says, if it sees another change. */
    static Optional<String> breaks(PgParser parser, ParseTree tree) {
        Set<String> unqualified = new HashSet<>();
        tree.references().stream()
                // The grammar lets a new index have no schema: it has that of its table.
                .filter(r -> r.created() && r.location() < 0 && r.names().size() == 1)
                .forEach(r -> unqualified.add(r.names().get(0)));
        List<Reference> references = References.ofStatements(tree.source(), StringSyntax.STANDARD).stream()
                // To the parser, what is in a string is data.
                .filter(r -> r.place() != Reference.Place.CONSTANT)
                .filter(r -> !(r.creates()
                        && r.kind() == ReferenceKind.RELATION
                        && unqualified.contains(r.parts().get(0).identifier().value())))
                .toList();
        String edited = SchemaEdit.of(tree.source(), references);
        ParseResult result = parser.parse(edited);
        if (result instanceof ParseTree other && other.withoutSchemas().equals(tree.withoutSchemas())) {
            return Optional.empty();
        }
        return Optional.of("edited " + edited + "\n  " + (result instanceof ParseTree ? "differs" : result));
    }
}
