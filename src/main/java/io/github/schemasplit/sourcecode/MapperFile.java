package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sourcecode.XmlText.Tag;
import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what moves in a mapper of MyBatis: SQL with tags in it, and fragments that statements include. */
final class MapperFile {
    private static final Set<String> STATEMENTS = Set.of("select", "insert", "update", "delete", "sql", "selectKey");
    /** What a table's name follows. */
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "UPDATE");
    /** What stands for the clause that an included fragment has; no tag that includes one is as short. */
    private static final String INCLUDED = "FROM " + Literal.HOLE;

    private final SourceText source;
    private final MovedNames names;
    private final Findings findings;
    private final XmlText xml;
    private final Set<String> tables = new HashSet<>();

    MapperFile(SourceText source, MovedNames names, Findings findings, XmlText xml) {
        this.source = source;
        this.names = names;
        this.findings = findings;
        this.xml = xml;
    }

    void read() {
        List<Tag> tags = xml.tags();
        for (Tag tag : tags) {
            if (tag.name().equals("include") && BEFORE_TABLE.contains(wordBefore(tag.start()))) {
                tag.attribute("refid").ifPresent(id -> tables.add(lastPart(id.value())));
            }
        }
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (STATEMENTS.contains(tag.name()) && !tag.closes() && !tag.empty()) {
                statement(i);
            } else if (tag.name().equals("property")) {
                tag.attribute("value")
                        .ifPresent(value -> names.relation(value.value())
                                .ifPresent(target -> findings.report(
                                        value.start(),
                                        Kind.SQL,
                                        new Moved(value.value(), target),
                                        "the name may be put into SQL that is included")));
            }
        }
    }

    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private String wordBefore(int at) {
        String content = xml.content();
        int end = at;
        while (end > 0 && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Words.isWordPart(content.charAt(start - 1))) {
            start--;
        }
        return content.substring(start, end).toUpperCase(Locale.ROOT);
    }

    /** A statement without the one in it that makes its key. */
    private void statement(int index) {
        Tag opening = xml.tags().get(index);
        int start = opening.end();
        int end = xml.endOf(index);
        StringBuilder sql = new StringBuilder(xml.content().substring(start, end));
        for (int i = index + 1; i < xml.tags().size() && xml.tags().get(i).end() <= end; i++) {
            Tag tag = xml.tags().get(i);
            if (tag.name().equals("selectKey") && !tag.closes()) {
                for (int j = tag.end(); j < Math.min(end, xml.endOf(i)); j++) {
                    sql.setCharAt(j - start, ' ');
                }
            } else if (tag.name().equals("set")) {
                int at = tag.start() - start;
                if (tag.closes()) {
                    SqlMask.withoutComma(sql, at);
                } else {
                    sql.replace(at, at + 3, "SET");
                }
            } else if (tag.name().equals("include")
                    && !tag.closes()
                    && BEFORE_TABLE.contains(wordBefore(tag.start()))) {
                sql.setCharAt(tag.start() - start, Literal.HOLE);
            }
        }
        includeFrom(index, start, sql);
        boolean table = opening.name().equals("sql")
                && opening.attribute("id")
                        .filter(id -> tables.contains(id.value()))
                        .isPresent();
        Literal literal = Literal.of(source.text(), start, end).with(sql.toString());
        Assembled string = new Assembled(0);
        string.add(literal, 0, literal.value().length());
        new SqlStrings(names, findings).read(string, table ? StringUse.TABLE : StringUse.SQL);
    }

    /** Where a query joins and has no FROM of its own, the fragment before the join has it. */
    private void includeFrom(int index, int start, StringBuilder sql) {
        int join = joinWithoutFrom(sql.toString());
        int include = Code.NONE;
        for (int i = index + 1; i < xml.tags().size() && xml.tags().get(i).end() <= start + join; i++) {
            include = xml.tags().get(i).name().equals("include") ? i : include;
        }
        if (include >= 0) {
            int at = xml.tags().get(include).start() - start;
            sql.replace(at, at + INCLUDED.length(), INCLUDED);
        }
    }

    /** Where a query begins to join before it has a FROM; negative where it does not. */
    private static int joinWithoutFrom(String sql) {
        Lexer lexer = new Lexer(sql, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            String word = token.text(sql).toUpperCase(Locale.ROOT);
            if (word.equals("FROM")) {
                return Code.NONE;
            }
            if (word.equals("JOIN")) {
                return token.start();
            }
        }
        return Code.NONE;
    }
}
