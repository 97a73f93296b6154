package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names in string constants that the server takes for names: {@code 'public.orders'::regclass},
 * {@code nextval('orders_id_seq')}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-oid.html">Object Identifier Types</a>
 */
final class ConstantReader {
    private static final Map<String, ReferenceKind> TYPES = Map.of(
            "regclass", ReferenceKind.RELATION,
            "regtype", ReferenceKind.TYPE,
            "regproc", ReferenceKind.ROUTINE);
    /** The server's routines whose first argument is a name. */
    private static final Map<String, ReferenceKind> ROUTINES = Map.ofEntries(
            Map.entry("currval", ReferenceKind.RELATION),
            Map.entry("nextval", ReferenceKind.RELATION),
            Map.entry("setval", ReferenceKind.RELATION),
            Map.entry("pg_get_serial_sequence", ReferenceKind.RELATION),
            Map.entry("pg_indexes_size", ReferenceKind.RELATION),
            Map.entry("pg_relation_size", ReferenceKind.RELATION),
            Map.entry("pg_table_size", ReferenceKind.RELATION),
            Map.entry("pg_total_relation_size", ReferenceKind.RELATION),
            Map.entry("to_regclass", ReferenceKind.RELATION),
            Map.entry("to_regtype", ReferenceKind.TYPE),
            Map.entry("to_regproc", ReferenceKind.ROUTINE));

    private final TokenCursor tokens;
    private final List<Reference> found = new ArrayList<>();

    ConstantReader(TokenCursor tokens) {
        this.tokens = tokens;
    }

    /** The references in all constants of the text, in its order. */
    List<Reference> read() {
        for (tokens.back(0); !tokens.isEnd(); tokens.next()) {
            if (tokens.is(TokenCursor.STRING)) {
                ReferenceKind kind = kind();
                if (kind != null) {
                    read(kind);
                }
            }
        }
        return found;
    }

    private @Nullable ReferenceKind kind() {
        String before = tokens.word(-1);
        if (TYPES.containsKey(before)) {
            return TYPES.get(before);
        }
        if (before.equals("(") && isFirstArgument()) {
            return ROUTINES.get(tokens.word(-2));
        }
        boolean cast = tokens.word(1).equals("::")
                || (tokens.word(1).equals("as")
                        && before.equals("(")
                        && tokens.word(-2).equals("cast"));
        if (!cast) {
            return null;
        }
        // As the server prints a text that is made a regclass.
        if (tokens.word(2).equals("text")
                && before.equals("(")
                && tokens.word(3).equals(")")
                && tokens.word(4).equals("::")) {
            return TYPES.get(tokens.word(5));
        }
        boolean qualified =
                tokens.word(2).equals("pg_catalog") && tokens.word(3).equals(".");
        return TYPES.get(tokens.word(qualified ? 4 : 2));
    }

    /** Whether it is all of the first argument of a routine of the server's, perhaps with a type. */
    private boolean isFirstArgument() {
        boolean whole = switch (tokens.word(1)) {
            case ")", ",", "::" -> true;
            default -> false;
        };
        boolean ofTheServer = !tokens.word(-3).equals(".") || tokens.word(-4).equals("pg_catalog");
        return whole && ofTheServer && ROUTINES.containsKey(tokens.word(-2));
    }

    private void read(ReferenceKind kind) {
        Optional<ConstantText> constant = tokens.constant();
        if (constant.isEmpty()) {
            return;
        }
        Grammar grammar = new Grammar(new TokenCursor(constant.get().value(), tokens.syntax()), false);
        if (!grammar.tokens.isWord() && !grammar.tokens.is(TokenCursor.QUOTED)) {
            return;
        }
        List<NamePart> parts = new ArrayList<>();
        for (NamePart part : grammar.name()) {
            parts.add(new NamePart(
                    part.identifier(),
                    constant.get().place(part.start()),
                    constant.get().place(part.end())));
        }
        if (grammar.tokens.isEnd()) {
            found.add(new Reference(
                    kind,
                    parts,
                    Reference.Place.CONSTANT,
                    List.of(constant.get().quoting())));
        }
    }
}
