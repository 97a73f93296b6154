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
        tokens.next();
        tokens.accept("constant");
        switch (tokens.word()) {
            case "alias" -> tokens.skip(3);
            case "no", "scroll", "cursor" -> cursor();
            default -> variable();
        }
    }

    private void variable() {
        grammar.types.type();
        while (!tokens.isEnd()) {
            switch (tokens.word()) {
                case "default", ":=", "=" -> {
                    tokens.next();
                    grammar.queries.select(null);
                    return;
                }
                default -> tokens.next();
            }
        }
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
