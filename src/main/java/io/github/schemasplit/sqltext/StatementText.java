package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The text of one statement, as sessions run it and {@code pg_stat_statements} keeps it. */
public final class StatementText {
    /** What a statement that reads or writes rows begins with. */
    private static final Set<String> QUERIES =
            Set.of("select", "with", "insert", "update", "delete", "merge", "values");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();

    public StatementText(String source) {
        this.source = source;
        Lexer lexer = new Lexer(source, StringSyntax.STANDARD);
        lexer.forEachRemaining(token -> {
            if (!token.kind().isBlank()) {
                tokens.add(token);
            }
        });
    }

    /** Whether a statement reads or writes rows, and is no other command. Reads no more of it than it needs. */
    public static boolean isQuery(String statement) {
        Lexer lexer = new Lexer(statement, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank() && !token.isPunctuation(statement, "(")) {
                return token.kind() == TokenKind.WORD
                        && QUERIES.contains(Identifiers.fold(statement, token.start(), token.end()));
            }
        }
        return false;
    }

    /** Whether it reads or writes rows, and is no other command. */
    public boolean isQuery() {
        return isQuery(source);
    }

    /**
     * Its words with one blank between what was apart, a {@code $} for each constant and nothing of its comments: what a program put into it
     * is not for everybody to read.
     */
    public String withoutConstants() {
        StringBuilder text = new StringBuilder(source.length());
        int end = tokens.isEmpty() ? 0 : tokens.get(0).start();
        for (Token token : tokens) {
            if (token.start() > end) {
                text.append(' ');
            }
            text.append(isConstant(token) ? "$" : token.text(source));
            end = token.end();
        }
        return text.toString();
    }

    private static boolean isConstant(Token token) {
        return switch (token.kind()) {
            case STRING, ESCAPE_STRING, UNICODE_STRING, BIT_STRING, DOLLAR_STRING, NUMBER, UNTERMINATED -> true;
            default -> false;
        };
    }

    /** Whether one of these names stands in it, as an identifier of whatever meaning. */
    public boolean hasAny(Set<Identifier> names) {
        for (int i = 0; i < tokens.size(); i++) {
            if (identifier(i).filter(names::contains).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it reads what the database is made of, as tools do, and this one. A call of a function of the catalog is no such. */
    public boolean asksCatalog() {
        for (int i = 1; i < tokens.size(); i++) {
            if (isBeforeRelation(i - 1) && isOfCatalog(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeforeRelation(int i) {
        Token token = tokens.get(i);
        return token.isWord(source, "FROM")
                || token.isWord(source, "JOIN")
                || token.isWord(source, "ONLY")
                || token.isWord(source, "UPDATE")
                || token.isWord(source, "INTO");
    }

    private boolean isOfCatalog(int i) {
        boolean qualified = isPunctuation(i + 1, ".");
        boolean call = isPunctuation(qualified ? i + 3 : i + 1, "(");
        return !call
                && identifier(i)
                        .filter(name ->
                                name.value().startsWith("pg_") || name.value().equals("information_schema"))
                        .isPresent();
    }

    /**
     * What two statements have in common that are the same but for where what they name is: its words without blanks, comments and
     * upper case, the names of {@code unqualified} without their schema. Parameters have no numbers, and a list of them after
     * {@code IN} is as one, since programs write such lists as long as they need them.
     */
    public String normalised(Set<QualifiedName> unqualified) {
        StringBuilder text = new StringBuilder(source.length());
        int i = 0;
        while (i < tokens.size()) {
            if (isQualified(i, unqualified)) {
                i += 2;
            }
            boolean list = isPunctuation(i, "(") && i > 0 && tokens.get(i - 1).isWord(source, "IN");
            text.append(word(i)).append(' ');
            i++;
            if (list && isParameter(i)) {
                text.append("$ ");
                i++;
                while (isPunctuation(i, ",") && isParameter(i + 1)) {
                    i += 2;
                }
            }
        }
        return text.toString().stripTrailing();
    }

    private boolean isQualified(int i, Set<QualifiedName> names) {
        if (i + 2 >= tokens.size() || !isPunctuation(i + 1, ".") || isPunctuation(i - 1, ".")) {
            return false;
        }
        Optional<Identifier> schema = identifier(i);
        Optional<Identifier> name = identifier(i + 2);
        return schema.isPresent() && name.isPresent() && names.contains(new QualifiedName(schema.get(), name.get()));
    }

    private boolean isParameter(int i) {
        return i < tokens.size() && tokens.get(i).kind() == TokenKind.PARAMETER;
    }

    private boolean isPunctuation(int i, String mark) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isPunctuation(source, mark);
    }

    private String word(int i) {
        Token token = tokens.get(i);
        return switch (token.kind()) {
            case PARAMETER -> "$";
            case WORD, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER ->
                identifier(i).map(Identifier::sql).orElseGet(() -> Identifiers.of(source, token));
            default -> token.text(source);
        };
    }

    /** What can be a name: no word that the grammar keeps for itself, unless it stands after a dot. */
    private Optional<Identifier> identifier(int i) {
        Token token = tokens.get(i);
        String text = Identifiers.of(source, token);
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> Optional.of(Identifier.of(text));
            case WORD ->
                WordClass.of(text) != WordClass.RESERVED || isPunctuation(i - 1, ".")
                        ? Optional.of(Identifier.of(text))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
