package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * That something in one schema refers to something in another, by the names that both have once everything has moved.
 *
 * <p>It says what is tied to what, and no more: a foreign key that gets another name, a routine that gets another argument, and a view
 * that reads the same table in another way are no new crossings.
 *
 * @param kind what refers
 * @param text such as {@code shop.order_totals -> billing.invoices}, with names as in SQL
 */
public record Crossing(CrossingKind kind, String text) implements Comparable<Crossing> {
    private static final Comparator<Crossing> BY_KIND_AND_TEXT =
            Comparator.comparing(Crossing::kind).thenComparing(Crossing::text);

    private static final String ARROW = " -> ";
    private static final String NAME = "(?:[a-z_][a-z0-9_]*+|\"(?:[^\"]|\"\"){1,255}\")";
    private static final String QUALIFIED_NAME = NAME + "\\." + NAME;
    private static final String COLUMNS = " \\(" + NAME + "(?:, " + NAME + "){0,99}\\)";
    private static final Pattern REFERENCE = Pattern.compile(QUALIFIED_NAME + ARROW + QUALIFIED_NAME);
    private static final Pattern KEY = Pattern.compile(QUALIFIED_NAME + COLUMNS + ARROW + QUALIFIED_NAME + COLUMNS);

    /** That a view or routine refers to a relation or routine; routines without their arguments. */
    public static Crossing of(CrossingKind kind, QualifiedName from, QualifiedName to) {
        return new Crossing(kind, from + ARROW + to);
    }

    /** That a table has a foreign key. */
    public static Crossing ofForeignKey(
            QualifiedName from, List<Identifier> columns, QualifiedName to, List<Identifier> referencedColumns) {
        return new Crossing(CrossingKind.FOREIGN_KEY, from + list(columns) + ARROW + to + list(referencedColumns));
    }

    private static String list(List<Identifier> columns) {
        return columns.stream().map(Identifier::sql).collect(Collectors.joining(", ", " (", ")"));
    }

    /** Whether a text can be one of that kind. */
    static boolean isWellFormed(CrossingKind kind, String text) {
        return (kind == CrossingKind.FOREIGN_KEY ? KEY : REFERENCE)
                .matcher(text)
                .matches();
    }

    /** What one of that kind looks like. */
    static String example(CrossingKind kind) {
        return kind == CrossingKind.FOREIGN_KEY
                ? "shop.orders (customer_id) -> crm.customers (id)"
                : "shop.order_totals -> billing.invoices";
    }

    /** With what it is, for messages. */
    public String describe() {
        return kind.noun() + " " + text;
    }

    @Override
    public int compareTo(Crossing other) {
        return BY_KIND_AND_TEXT.compare(this, other);
    }
}
