package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            "regproc", ReferenceKind.ROUTINE,
            "regprocedure", ReferenceKind.ROUTINE,
            "regoper", ReferenceKind.OPERATOR,
            "regoperator", ReferenceKind.OPERATOR,
            "regcollation", ReferenceKind.COLLATION,
            "regconfig", ReferenceKind.CONFIGURATION,
            "regdictionary", ReferenceKind.DICTIONARY);
    /** The server's routines whose first argument is a name. */
    private static final Map<String, ReferenceKind> ROUTINES = Map.ofEntries(
            Map.entry("brin_desummarize_range", ReferenceKind.RELATION),
            Map.entry("brin_summarize_new_values", ReferenceKind.RELATION),
            Map.entry("brin_summarize_range", ReferenceKind.RELATION),
            Map.entry("currval", ReferenceKind.RELATION),
            Map.entry("gin_clean_pending_list", ReferenceKind.RELATION),
            Map.entry("nextval", ReferenceKind.RELATION),
            Map.entry("pg_column_is_updatable", ReferenceKind.RELATION),
            Map.entry("pg_extension_config_dump", ReferenceKind.RELATION),
            Map.entry("pg_get_replica_identity_index", ReferenceKind.RELATION),
            Map.entry("pg_get_sequence_data", ReferenceKind.RELATION),
            Map.entry("pg_get_serial_sequence", ReferenceKind.RELATION),
            Map.entry("pg_get_viewdef", ReferenceKind.RELATION),
            Map.entry("pg_index_column_has_property", ReferenceKind.RELATION),
            Map.entry("pg_index_has_property", ReferenceKind.RELATION),
            Map.entry("pg_indexes_size", ReferenceKind.RELATION),
            Map.entry("pg_partition_ancestors", ReferenceKind.RELATION),
            Map.entry("pg_partition_root", ReferenceKind.RELATION),
            Map.entry("pg_partition_tree", ReferenceKind.RELATION),
            Map.entry("pg_relation_filenode", ReferenceKind.RELATION),
            Map.entry("pg_relation_filepath", ReferenceKind.RELATION),
            Map.entry("pg_relation_is_updatable", ReferenceKind.RELATION),
            Map.entry("pg_relation_size", ReferenceKind.RELATION),
            Map.entry("pg_sequence_last_value", ReferenceKind.RELATION),
            Map.entry("pg_table_size", ReferenceKind.RELATION),
            Map.entry("pg_total_relation_size", ReferenceKind.RELATION),
            Map.entry("row_security_active", ReferenceKind.RELATION),
            Map.entry("setval", ReferenceKind.RELATION),
            Map.entry("table_to_xml", ReferenceKind.RELATION),
            Map.entry("table_to_xml_and_xmlschema", ReferenceKind.RELATION),
            Map.entry("table_to_xmlschema", ReferenceKind.RELATION),
            Map.entry("to_regclass", ReferenceKind.RELATION),
            Map.entry("to_regtype", ReferenceKind.TYPE),
            Map.entry("to_regproc", ReferenceKind.ROUTINE),
            Map.entry("to_regprocedure", ReferenceKind.ROUTINE),
            Map.entry("to_regoper", ReferenceKind.OPERATOR),
            Map.entry("to_regoperator", ReferenceKind.OPERATOR),
            Map.entry("to_regcollation", ReferenceKind.COLLATION),
            Map.entry("ts_lexize", ReferenceKind.DICTIONARY));
    /** Those whose first of several arguments is a text search configuration. */
    private static final Set<String> SEARCHING = Set.of(
            "to_tsvector",
            "json_to_tsvector",
            "jsonb_to_tsvector",
            "to_tsquery",
            "plainto_tsquery",
            "phraseto_tsquery",
            "websearch_to_tsquery",
            "ts_headline");

    /** Those that ask for a privilege: the name may have a role before it, and has a privilege after it. */
    private static final Map<String, ReferenceKind> PRIVILEGES = Map.of(
            "has_any_column_privilege", ReferenceKind.RELATION,
            "has_column_privilege", ReferenceKind.RELATION,
            "has_function_privilege", ReferenceKind.ROUTINE,
            "has_sequence_privilege", ReferenceKind.RELATION,
            "has_table_privilege", ReferenceKind.RELATION,
            "has_type_privilege", ReferenceKind.TYPE);

    private static final RelationUse SERIAL_SEQUENCE =
            new RelationUse(Set.of(Act.SERIAL_SEQUENCE), Set.of(), Set.of(), Set.of());

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
            return SEARCHING.contains(tokens.word(-2)) ? ReferenceKind.CONFIGURATION : ROUTINES.get(tokens.word(-2));
        }
        if (tokens.word(1).equals(",") && (before.equals("(") || before.equals(","))) {
            ReferenceKind kind = asked(before.equals("(") ? -2 : -4);
            if (kind != null) {
                return kind;
            }
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
        boolean names = ROUTINES.containsKey(tokens.word(-2))
                || (SEARCHING.contains(tokens.word(-2)) && tokens.word(1).equals(","));
        return whole && isOfTheServer(-2) && names;
    }

    /** What the constant names for a routine, so far before it, that asks for a privilege. */
    private @Nullable ReferenceKind asked(int routine) {
        ReferenceKind kind = PRIVILEGES.get(tokens.word(routine));
        if (kind == null || !tokens.word(routine + 1).equals("(") || !isOfTheServer(routine)) {
            return null;
        }
        int after = tokens.word(routine).equals("has_column_privilege") ? 2 : 1;
        return arguments() == after ? kind : null;
    }

    /** How many arguments follow the constant. */
    private int arguments() {
        int depth = 0;
        int count = 0;
        for (int offset = 1; depth >= 0; offset++) {
            switch (tokens.word(offset)) {
                case "(", "[" -> depth++;
                case ")", "]" -> depth--;
                case "," -> count += depth == 0 ? 1 : 0;
                case ";", TokenCursor.END -> {
                    return 0;
                }
                default -> {}
            }
        }
        return count;
    }

    private boolean isOfTheServer(int routine) {
        return !tokens.word(routine - 1).equals(".") || tokens.word(routine - 2).equals("pg_catalog");
    }

    private void read(ReferenceKind kind) {
        Optional<ConstantText> constant = tokens.constant();
        if (constant.isEmpty()) {
            return;
        }
        Grammar grammar = new Grammar(new TokenCursor(constant.get().value(), tokens.syntax()), false);
        List<NamePart> name = kind == ReferenceKind.OPERATOR ? operator(grammar.tokens) : name(grammar);
        if (kind == ReferenceKind.ROUTINE || kind == ReferenceKind.OPERATOR) {
            argumentTypes(grammar);
        }
        if (!name.isEmpty() && grammar.tokens.isEnd()) {
            add(kind, name, constant.get());
            for (Reference type : grammar.found.toList()) {
                add(type.kind(), type.parts(), constant.get());
            }
        }
    }

    private static List<NamePart> name(Grammar grammar) {
        return grammar.tokens.isWord() || grammar.tokens.is(TokenCursor.QUOTED) ? grammar.name() : List.of();
    }

    private static List<NamePart> operator(TokenCursor tokens) {
        List<NamePart> name = new ArrayList<>();
        while (tokens.word(1).equals(".") && (tokens.isWord() || tokens.is(TokenCursor.QUOTED))) {
            name.add(tokens.part());
            tokens.next();
        }
        if (tokens.isEnd() || tokens.isWord()) {
            return List.of();
        }
        Token symbol = tokens.token();
        tokens.next();
        name.add(new NamePart(Identifier.of(symbol.text(tokens.source())), symbol.start(), symbol.end()));
        return name;
    }

    private static void argumentTypes(Grammar grammar) {
        if (grammar.tokens.accept("(")) {
            do {
                grammar.types.type();
            } while (grammar.tokens.accept(","));
            grammar.tokens.accept(")");
        }
    }

    private RelationUse use() {
        return tokens.word(-2).equals("pg_get_serial_sequence") ? SERIAL_SEQUENCE : RelationUse.PLAIN;
    }

    private void add(ReferenceKind kind, List<NamePart> name, ConstantText constant) {
        List<NamePart> parts = new ArrayList<>();
        for (NamePart part : name) {
            parts.add(new NamePart(part.identifier(), constant.place(part.start()), constant.place(part.end())));
        }
        found.add(new Reference(kind, parts, Reference.Place.CONSTANT, List.of(constant.quoting()), use()));
    }
}
