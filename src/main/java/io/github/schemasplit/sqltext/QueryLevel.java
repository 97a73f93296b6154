package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One level of a query: the relations that it reads, and the names that its expressions ask for. Most of these stand before FROM, so
 * that only the end of the level tells what they are of.
 */
final class QueryLevel {
    /** What is in FROM, and no relation. */
    static final int DERIVED = -1;

    /** More than so many relations in one FROM are not looked at, since each name is compared with all. */
    private static final int MOST = 100;

    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    /** What is in FROM, by which name its columns are asked for, and as which reference it was found. */
    private record Item(List<NamePart> name, int reference) {
        boolean isCalled(List<NamePart> qualifier) {
            int missing = name.size() - qualifier.size();
            for (int i = 0; missing >= 0 && i < qualifier.size(); i++) {
                if (!name.get(missing + i).identifier().equals(qualifier.get(i).identifier())) {
                    return false;
                }
            }
            return missing >= 0;
        }
    }

    /** A clause of a query, as far as GROUP BY matters to what is in it. */
    enum Clause {
        /** What has to be grouped, where it is in no aggregate. */
        RESULT,
        /** What sorts groups: a bare name is rather one of the result than a column. */
        ORDER,
        GROUP,
        OTHER
    }

    /**
     * A name in an expression.
     *
     * @param name its parts, without the star
     * @param star whether {@code .*} follows
     * @param taker the routine of which it is an argument by itself
     * @param plain whether it is all that stands between two commas
     */
    record Asked(
            List<NamePart> name,
            boolean star,
            Optional<Identifier> taker,
            boolean plain,
            boolean aggregated,
            Clause clause) {
        /** The same in a clause of the query around it. */
        Asked in(Clause outer) {
            return new Asked(name, star, taker, false, aggregated, outer == Clause.GROUP ? Clause.OTHER : outer);
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private boolean grouped;
    private Clause clause = Clause.RESULT;

    void item(List<NamePart> name, int reference) {
        if (items.size() < MOST) {
            items.add(new Item(name, reference));
        }
    }

    void ask(Asked name) {
        asked.add(name);
    }

    Clause clause() {
        return clause;
    }

    void begin(String word) {
        clause = switch (word) {
            case "select", "having" -> Clause.RESULT;
            case "order" -> Clause.ORDER;
            case "group" -> Clause.GROUP;
            // A routine may have it anywhere in what it selects.
            case "into" -> clause;
            default -> Clause.OTHER;
        };
        grouped |= clause == Clause.GROUP;
    }

    /** Tells of all names what they are of; those that are of nothing here. */
    List<Asked> end(Found found) {
        List<Asked> others = new ArrayList<>();
        for (Asked name : asked) {
            if (!tell(name, found)) {
                others.add(name);
            }
        }
        return others;
    }

    private boolean tell(Asked one, Found found) {
        List<NamePart> name = one.name();
        boolean told = false;
        boolean bare = name.size() == 1 && !one.star();
        List<NamePart> qualifier = one.star() || bare ? name : name.subList(0, name.size() - 1);
        for (Item item : items) {
            if (item.isCalled(qualifier)) {
                told = true;
                if (item.reference != DERIVED) {
                    UseDraft use = found.use(item.reference);
                    if (one.star() || bare) {
                        row(one, use);
                    } else {
                        column(one, use);
                    }
                }
            }
        }
        if (bare) {
            for (Item item : items) {
                told = true;
                if (item.reference != DERIVED) {
                    column(one, found.use(item.reference));
                }
            }
        }
        return told;
    }

    private void row(Asked row, UseDraft use) {
        if (row.taker().isPresent()) {
            use.fields.add(row.taker().get());
        }
        if (!row.star() || row.taker().isPresent()) {
            use.acts.add(Act.WHOLE_ROW);
        }
        if (isBeside(row)) {
            use.acts.add(Act.ALL_COLUMNS);
        }
    }

    private void column(Asked column, UseDraft use) {
        Identifier last = column.name().get(column.name().size() - 1).identifier();
        if (SYSTEM_COLUMNS.contains(last.value())) {
            use.acts.add(Act.SYSTEM_COLUMN);
        } else if (column.name().size() > 1) {
            use.fields.add(last);
        }
        if (grouped && column.clause() == Clause.GROUP && column.plain()) {
            use.groupedBy.add(last);
        } else if (isBeside(column)) {
            use.besides.add(last);
        }
    }

    private boolean isBeside(Asked name) {
        return grouped
                && !name.aggregated()
                && (name.clause() == Clause.RESULT
                        || (name.clause() == Clause.ORDER && (name.name().size() > 1 || name.star())));
    }
}
