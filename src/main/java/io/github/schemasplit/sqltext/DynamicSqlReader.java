package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the statements that a routine runs with EXECUTE, as far as they are written in it: one constant, the template of
 * {@code format}, or constants and other expressions with {@code ||} between them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-EXECUTING-DYN">Executing
 *     Dynamic Commands</a>
 */
final class DynamicSqlReader {
    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge", "values", "table");
    /** Words that a relation's name follows. */
    private static final Set<String> BEFORE_RELATIONS =
            Set.of("from", "join", "into", "update", "table", "only", "using", "on", "references");

    private final Grammar grammar;
    private final TokenCursor tokens;
    private final List<Reference> found = new ArrayList<>();

    DynamicSqlReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** The references in all of the statements. */
    List<Reference> read() {
        if (!grammar.commands.isEmpty()) {
            for (TokenRange command : grammar.commands) {
                read(command, false);
            }
            for (Map.Entry<TokenRange, Boolean> value :
                    new CommandVariables(grammar).values().entrySet()) {
                read(value.getKey(), value.getValue());
            }
        }
        return found;
    }

    /**
     * @param goesOn whether more may follow the last word
     */
    private void read(TokenRange command, boolean goesOn) {
        int limit = tokens.limit();
        CommandText text = new CommandText();
        tokens.limit(command.end());
        tokens.back(command.start());
        if (operands(text) && tokens.isEnd()) {
            if (goesOn) {
                text.addHole(Hole.TEXT, tokens.previousEnd(), tokens.previousEnd());
            }
            read(text);
        }
        tokens.limit(limit);
    }

    private boolean operands(CommandText text) {
        do {
            if (!operand(text)) {
                return false;
            }
        } while (tokens.accept("||"));
        return true;
    }

    /** Goes over what stands between two {@code ||}; false where it is a constant that is not read. */
    private boolean operand(CommandText text) {
        if (tokens.is(TokenCursor.STRING)) {
            Optional<ConstantText> constant = tokens.constant();
            if (constant.isPresent()) {
                text.add(constant.get());
            }
            tokens.next();
            if (tokens.is("::") && tokens.word(1).equals("text")) {
                tokens.skip(2);
            }
            return constant.isPresent() && (tokens.isEnd() || tokens.is("||") || tokens.is(")"));
        }
        if (tokens.is("(") && tokens.word(1).equals(TokenCursor.STRING)) {
            tokens.next();
            return operands(text) && tokens.accept(")");
        }
        int start = tokens.offset();
        tokens.accept("pg_catalog", ".");
        if (tokens.is("format") && tokens.word(1).equals("(") && isAlone(2)) {
            tokens.skip(2);
            Optional<ConstantText> template = tokens.constant();
            if (template.isPresent()) {
                text.addTemplate(template.get());
            }
            tokens.back(tokens.position() - 1);
            tokens.skipParentheses();
            return template.isPresent() && (tokens.isEnd() || tokens.is("||") || tokens.is(")"));
        }
        Hole hole = hole();
        other();
        text.addHole(hole, start, Math.max(start, tokens.previousEnd()));
        return true;
    }

    private boolean isAlone(int offset) {
        return tokens.word(offset).equals(TokenCursor.STRING)
                && (tokens.word(offset + 1).equals(",")
                        || tokens.word(offset + 1).equals(")"));
    }

    private Hole hole() {
        return switch (tokens.word()) {
            case "quote_ident" -> Hole.IDENTIFIER;
            case "quote_literal", "quote_nullable" -> Hole.VALUE;
            default -> Hole.TEXT;
        };
    }

    /** Goes over an operand of which nothing is known. */
    private void other() {
        int depth = 0;
        while (!tokens.isEnd()) {
            switch (tokens.word()) {
                case "(", "[", "case" -> depth++;
                case ")", "]", "end" -> depth--;
                case "||" -> {
                    if (depth == 0) {
                        return;
                    }
                }
                default -> {}
            }
            if (depth < 0) {
                return;
            }
            tokens.next();
        }
    }

    private void read(CommandText command) {
        Grammar inner = new Grammar(new TokenCursor(command.text(), tokens.syntax()), false);
        inner.statements.all();
        List<Reference> references = References.all(inner);
        boolean sound = command.isClosed() || isSound(command, inner.tokens);
        boolean hidden = !command.isClosed() && mayHide(inner.tokens);
        for (Reference reference : references) {
            boolean plain = reference.parts().size() == 1 && reference.place() != Reference.Place.CONSTANT;
            found.add(command.outward(reference, sound && !(plain && hidden)));
        }
        if (!command.isClosed()) {
            unread(command, inner, references);
        }
    }

    /** Whether what stands for each value is a constant by itself, and not a part of something else. */
    private static boolean isSound(CommandText command, TokenCursor inner) {
        List<Integer> starts = new ArrayList<>();
        for (inner.back(0); !inner.isEnd(); inner.next()) {
            if (inner.token().end() - inner.token().start()
                    == Hole.VALUE.stand().length()) {
                starts.add(inner.token().start());
            }
        }
        return starts.containsAll(command.values());
    }

    /** Whether a text that is not known may name queries that tables' names without a schema then stand for. */
    private static boolean mayHide(TokenCursor inner) {
        boolean with = false;
        boolean text = false;
        for (inner.back(0); !inner.isEnd(); inner.next()) {
            with |= inner.is("with");
            if (inner.is(Hole.TEXT.stand())) {
                text = true;
                if (inner.position() == 0 || VERBS.contains(inner.word(1))) {
                    return true;
                }
            }
        }
        return with && text;
    }

    private static boolean isRead(int start, List<Reference> references) {
        for (Reference reference : references) {
            if (reference.start() <= start && start < reference.end()) {
                return true;
            }
        }
        return false;
    }

    /** What looks like a name and was not come to, since the statement has something else than the grammar where a hole is. */
    private void unread(CommandText command, Grammar inner, List<Reference> references) {
        TokenCursor cursor = inner.tokens;
        cursor.back(0);
        while (!cursor.isEnd()) {
            if (!cursor.isName()) {
                cursor.next();
                continue;
            }
            boolean relation = BEFORE_RELATIONS.contains(cursor.word(-1));
            List<NamePart> name = inner.name();
            if ((relation || name.size() > 1) && !isRead(name.get(0).start(), references)) {
                found.add(command.outward(new Reference(ReferenceKind.RELATION, name, Reference.Place.USE), false));
            }
        }
    }
}
