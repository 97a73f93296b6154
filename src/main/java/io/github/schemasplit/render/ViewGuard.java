package io.github.schemasplit.render;

import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.ViewCheck;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks at its end: that the views under old names give everybody what the relations give that they stand for, and no
 * more. Privileges that were granted, and default privileges that were altered, since the plan was made are found by it.
 *
 * @param views at least one
 */
record ViewGuard(List<CompatibilityView> views) {
    ViewGuard {
        views = List.copyOf(views);
    }

    String sql() {
        String rows = views.stream().map(ViewGuard::row).collect(Collectors.joining(",\n", "(VALUES\n", ")"));
        return new DoBlock("DECLARE\n    problems text[];\nBEGIN\n    problems := (\n"
                        + ViewCheck.query(rows).stripTrailing() + "\n    );\n" + """
                            IF problems IS NOT NULL THEN
                                RAISE EXCEPTION USING
                                    MESSAGE = 'an old name would not give everybody what the new one gives; nothing was changed: '
                                        || pg_catalog.array_to_string(problems[1:10], '; '),
                                    HINT = 'Make the script again with schema:generate.';
                            END IF;
                        """ + "END")
                .sql();
    }

    private static String row(CompatibilityView view) {
        return "                "
                + Statement.of(
                        "(%s, %s, pg_catalog.to_regclass(%s)::pg_catalog.oid, %s, %s)",
                        Literal.of(view.name().schema().value()),
                        Literal.of(view.name().name().value()),
                        Literal.of(view.relation().sql()),
                        new Statement(Boolean.toString(view.invoker())),
                        Literal.of(view.comment()));
    }
}
