package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.World.Group;

/** Views, rules, triggers and row security. A view's columns are {@code c1} and {@code c2}. */
final class ViewPieces {
    private ViewPieces() {}

    static void view(World world, Piece piece) {
        for (Table table : world.table(piece.of(), t -> true)) {
            if (piece.has(2)) {
                create(
                        world,
                        piece,
                        Group.VIEW,
                        "SELECT a.%s::text AS c1, a.%s AS c2 FROM %s AS a"
                                .formatted(table.keyColumn(), Table.LABEL, table.sql()));
            } else {
                world.table(piece.with(), t -> true)
                        .forEach(other -> create(
                                world,
                                piece,
                                Group.VIEW,
                                "SELECT a.%s::text AS c1, b.%s AS c2, %s FROM %s AS a CROSS JOIN %s AS b"
                                        .formatted(
                                                table.keyColumn(),
                                                Table.LABEL,
                                                piece.has(3) ? "a AS c3" : "1 AS c3",
                                                table.sql(),
                                                other.sql())));
            }
        }
    }

    static void viewOnView(World world, Piece piece) {
        world.pick(piece.of(), Group.VIEW, Group.MATERIALIZED_VIEW)
                .forEach(v -> create(
                        world,
                        piece,
                        Group.VIEW,
                        "WITH RECURSIVE w(c1, c2) AS (SELECT c1, c2 FROM %s UNION ALL SELECT c1, c2 FROM w WHERE false)"
                                        .formatted(v.sql())
                                + " SELECT c1, c2 FROM w"));
    }

    static void viewOfRoutine(World world, Piece piece) {
        world.pick(piece.of(), Group.ROUTINE)
                .forEach(r -> create(
                        world,
                        piece,
                        Group.VIEW,
                        "SELECT %s(1)::text AS c1, 'x'::text AS c2"
                                .formatted(Names.quoted(r.schema()) + "." + Names.quoted(r.name()))));
    }

    static void materializedView(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> create(
                        world,
                        piece,
                        Group.MATERIALIZED_VIEW,
                        "SELECT a.%s::text AS c1, a.%s AS c2 FROM %s AS a"
                                .formatted(t.keyColumn(), Table.LABEL, t.sql())));
    }

    private static void create(World world, Piece piece, Group group, String query) {
        boolean materialized = group == Group.MATERIALIZED_VIEW;
        Thing view = world.thing(materialized ? "MATERIALIZED VIEW" : "VIEW", piece);
        String options = !materialized && piece.has(4)
                ? world.major() >= 15 && piece.has(5)
                        ? "WITH (security_invoker = true)"
                        : "WITH (security_barrier = true)"
                : "";
        // A view may come to read a foreign table, which nobody serves.
        world.add(
                "CREATE %s %s %s AS %s%s",
                view.keyword(), view.sql(), options, query, materialized ? " WITH NO DATA" : "");
        world.put(group, view);
    }

    static void materializedIndex(World world, Piece piece) {
        world.pick(piece.of(), Group.MATERIALIZED_VIEW)
                .forEach(v -> world.add(
                        "CREATE %s INDEX %s ON %s (c1)",
                        piece.has(0) ? "UNIQUE" : "", world.nameIn(v.schema(), piece), v.sql()));
    }

    static void rule(World world, Piece piece) {
        for (Table into : world.table(piece.with(), t -> !t.isForeign())) {
            String action = "INSERT INTO %s (%s) VALUES ('x')".formatted(into.sql(), Table.LABEL);
            if (piece.has(0)) {
                world.pick(piece.of(), Group.VIEW)
                        .forEach(v -> world.add(
                                "CREATE RULE %s AS ON INSERT TO %s DO INSTEAD %s", world.name(piece), v.sql(), action));
            } else {
                world.table(piece.of(), t -> t.isPlain() && t != into)
                        .forEach(t -> world.add(
                                "CREATE RULE %s AS ON UPDATE TO %s WHERE NEW.%s IS NULL DO ALSO %s",
                                world.name(piece), t.sql(), Table.LABEL, action));
            }
        }
    }

    static void trigger(World world, Piece piece) {
        for (Thing routine : world.pick(piece.with(), Group.TRIGGER_ROUTINE)) {
            world.table(piece.of(), t -> true)
                    .forEach(t -> world.add(
                            "CREATE TRIGGER %s BEFORE UPDATE ON %s FOR EACH ROW"
                                    + " WHEN (OLD.%s IS DISTINCT FROM NEW.%3$s) EXECUTE FUNCTION %s('a''%% \\')",
                            world.name(piece), t.sql(), Table.LABEL, routine.sql()));
        }
    }

    static void stateOfTrigger(World world, Piece piece) {
        for (Thing routine : world.pick(piece.with(), Group.TRIGGER_ROUTINE)) {
            world.table(piece.of(), t -> t.isPlain() && !t.isForeign()).forEach(t -> {
                String name = world.name(piece);
                world.add(
                        "CREATE TRIGGER %s AFTER INSERT OR DELETE ON %s EXECUTE FUNCTION %s()",
                        name, t.sql(), routine.sql());
                String state = piece.has(0) ? "DISABLE" : piece.has(1) ? "ENABLE ALWAYS" : "ENABLE REPLICA";
                world.add("ALTER TABLE %s %s TRIGGER %s", t.sql(), state, name);
            });
        }
    }

    static void constraintTrigger(World world, Piece piece) {
        for (Thing routine : world.pick(piece.with(), Group.TRIGGER_ROUTINE)) {
            for (Table other : world.table(piece.how(), t -> !t.isForeign())) {
                world.table(piece.of(), Table::isPlain)
                        .forEach(t -> world.add(
                                "CREATE CONSTRAINT TRIGGER %s AFTER INSERT ON %s %s DEFERRABLE INITIALLY DEFERRED"
                                        + " FOR EACH ROW EXECUTE FUNCTION %s()",
                                world.endingName(piece),
                                t.sql(),
                                piece.has(0) ? "FROM " + other.sql() : "",
                                routine.sql()));
            }
        }
    }

    static void viewTrigger(World world, Piece piece) {
        for (Thing routine : world.pick(piece.with(), Group.TRIGGER_ROUTINE)) {
            world.pick(piece.of(), Group.VIEW)
                    .forEach(v -> world.add(
                            "CREATE TRIGGER %s INSTEAD OF DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()",
                            world.name(piece), v.sql(), routine.sql()));
        }
    }

    static void rowSecurity(World world, Piece piece) {
        world.table(piece.of(), t -> !t.isForeign())
                .forEach(t ->
                        world.add("ALTER TABLE %s %s ROW LEVEL SECURITY", t.sql(), piece.has(0) ? "FORCE" : "ENABLE"));
    }

    static void policy(World world, Piece piece) {
        for (Table table : world.table(piece.of(), t -> !t.isForeign())) {
            world.table(piece.with(), t -> true)
                    .forEach(other -> world.add(
                            "CREATE POLICY %s ON %s AS %s FOR %s TO %s USING (EXISTS (SELECT FROM %s AS o WHERE o.%s = 'x'))",
                            world.name(piece),
                            table.sql(),
                            piece.has(0) ? "RESTRICTIVE" : "PERMISSIVE",
                            piece.has(1) ? "SELECT" : "ALL",
                            piece.has(2) ? "PUBLIC" : Roles.of(piece.how() >> 3),
                            other.sql(),
                            Table.LABEL));
        }
    }
}
