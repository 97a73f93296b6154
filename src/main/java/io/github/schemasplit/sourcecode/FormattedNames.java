package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in constants that SQL makes identifiers of: {@code format('DELETE FROM %I', 'orders')}, {@code quote_ident('orders')}. */
final class FormattedNames {
    static final String REASON = "it is put into SQL as one identifier: the schema is another one";

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d{1,4})\\$)?-?\\d*([IsL%])");

    private final String sql;
    private final MovedNames names;
    private final Map<Integer, Moved> found = new TreeMap<>();

    private FormattedNames(String sql, MovedNames names) {
        this.sql = sql;
        this.names = names;
    }

    /** What is named so, by where. */
    static Map<Integer, Moved> in(String sql, MovedNames names) {
        FormattedNames formatted = new FormattedNames(sql, names);
        if (sql.contains("%I") || sql.contains("$I") || sql.contains("quote_ident")) {
            formatted.read(0, sql.length());
        }
        return formatted.found;
    }

    private void read(int start, int end) {
        String part = sql.substring(start, end);
        List<Token> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(part, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                tokens.add(token);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.DOLLAR_STRING) {
                int quote = part.indexOf('$', token.start() + 1) + 1 - token.start();
                read(start + token.start() + quote, start + token.end() - quote);
            } else if (i + 2 < tokens.size()
                    && tokens.get(i + 1).text(part).equals("(")
                    && tokens.get(i + 2).kind() == TokenKind.STRING) {
                call(part, start, tokens.subList(i, tokens.size()));
            }
        }
    }

    /** A call, and what follows it. */
    private void call(String part, int offset, List<Token> tokens) {
        String routine = tokens.get(0).text(part);
        if (routine.equalsIgnoreCase("quote_ident")) {
            name(part, offset, tokens.get(2));
        } else if (routine.equalsIgnoreCase("format")) {
            List<Token> values = values(part, tokens);
            Matcher place = PLACE.matcher(tokens.get(2).text(part));
            int next = 0;
            while (place.find()) {
                if (place.group(2).equals("%")) {
                    continue;
                }
                next = place.group(1) == null ? next + 1 : Integer.parseInt(place.group(1));
                if (place.group(2).equals("I") && next > 0 && next <= values.size()) {
                    name(part, offset, values.get(next - 1));
                }
            }
        }
    }

    /** The first piece of each argument after the template. */
    private static List<Token> values(String part, List<Token> tokens) {
        List<Token> values = new ArrayList<>();
        int open = 0;
        for (int i = 3; i + 1 < tokens.size() && open >= 0; i++) {
            String text = tokens.get(i).text(part);
            open += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (open == 0 && text.equals(",")) {
                values.add(tokens.get(i + 1));
            }
        }
        return values;
    }

    private void name(String part, int offset, Token token) {
        if (token.kind() == TokenKind.STRING && token.end() - token.start() > 2) {
            String name = part.substring(token.start() + 1, token.end() - 1);
            names.relation(name).ifPresent(target -> found.put(offset + token.start() + 1, new Moved(name, target)));
        }
    }
}
