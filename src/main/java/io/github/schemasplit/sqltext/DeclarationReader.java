package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads the declarations of a block of PL/pgSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-declarations.html">Declarations</a>
 */
final class DeclarationReader {
    private static final Set<String> SEMICOLON = Set.of(";");

    private final Grammar grammar;
    private final TokenCursor tokens;
    private final PlpgsqlReader statements;

    DeclarationReader(Grammar grammar, PlpgsqlReader statements) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.statements = statements;
    }

    /** Goes over all declarations, to BEGIN. */
    void all() {
        while (!tokens.isEnd() && !tokens.is("begin")) {
            if (tokens.is("<<")) {
                return;
            }
            if (!tokens.accept("declare")) {
                statements.limited(SEMICOLON, this::declaration);
                tokens.accept(";");
            }
        }
    }

    private void declaration() {
        int name = tokens.position();
        tokens.next();
        tokens.accept("constant");
        switch (tokens.word()) {
            case "alias" -> tokens.skip(3);
            case "no", "scroll", "cursor" -> cursor();
            default -> variable(name);
        }
    }

    private void variable(int name) {
        grammar.types.type();
        while (!tokens.isEnd()) {
            switch (tokens.word()) {
                case "default", ":=", "=" -> {
                    tokens.next();
                    grammar.assignments.add(new Assignment(name, new TokenRange(tokens.position(), tokens.limit())));
                    grammar.queries.select(null);
                    return;
                }
                default -> tokens.next();
            }
        }
        grammar.declared.add(name);
    }

    private void cursor() {
        while (!tokens.isEnd() && !tokens.accept("cursor")) {
            tokens.next();
        }
        grammar.arguments.list();
        if (tokens.accept("for") || tokens.accept("is")) {
            grammar.nestedStatement();
        }
    }
}
