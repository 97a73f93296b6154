package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.Table.Key;
import io.github.schemasplit.hostile.World.Group;

/** Constraints, indexes and extended statistics. */
final class KeyPieces {
    private KeyPieces() {}

    static void foreignKey(World world, Piece piece) {
        world.table(piece.of(), KeyPieces::canRefer)
                .forEach(from -> world.table(piece.with(), to -> canMeet(from, to))
                        .forEach(to -> refer(world, piece, from, to, piece.has(0) ? " ON DELETE CASCADE" : "")));
    }

    static void selfReference(World world, Piece piece) {
        world.table(piece.of(), t -> canRefer(t) && t.isReferable())
                .forEach(t -> refer(world, piece, t, t, " ON UPDATE SET NULL"));
    }

    static void compositeReference(World world, Piece piece) {
        world.table(piece.of(), KeyPieces::canRefer)
                .forEach(from -> world.table(piece.with(), to -> to.key() == Key.COMPOSITE && canMeet(from, to))
                        .forEach(to -> refer(world, piece, from, to, " MATCH FULL")));
    }

    static void cycle(World world, Piece piece) {
        for (Table one : world.table(piece.of(), t -> canRefer(t) && t.isReferable())) {
            for (Table other : world.table(piece.with(), t -> canRefer(t) && canMeet(one, t) && canMeet(t, one))) {
                refer(world, piece, one, other, "");
                refer(world, piece, other, one, "");
            }
        }
    }

    static void deferrable(World world, Piece piece) {
        world.table(piece.of(), KeyPieces::canRefer)
                .forEach(from -> world.table(piece.with(), to -> canMeet(from, to))
                        .forEach(to -> refer(world, piece, from, to, " DEFERRABLE INITIALLY DEFERRED")));
    }

    static void notValid(World world, Piece piece) {
        world.table(piece.of(), t -> canRefer(t) && t.isPlain())
                .forEach(from -> world.table(piece.with(), to -> canMeet(from, to) && !to.isPartitioned())
                        .forEach(to -> refer(world, piece, from, to, " NOT VALID")));
    }

    private static boolean canRefer(Table table) {
        return !table.isForeign() && !table.isPartition();
    }

    private static boolean canMeet(Table from, Table to) {
        return to.isReferable() && !to.isPartition() && (from.isUnlogged() || !to.isUnlogged());
    }

    private static void refer(World world, Piece piece, Table from, Table to, String options) {
        int number = world.number();
        boolean composite = to.key() == Key.COMPOSITE;
        world.add(
                "ALTER TABLE %s ADD COLUMN fk%d %s%s",
                from.sql(), number, to.keyType(), composite ? ", ADD COLUMN fl" + number + " text" : "");
        world.add(
                "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (fk%d%s) REFERENCES %s (%s%s)%s",
                from.sql(),
                world.endingName(piece),
                number,
                composite ? ", fl" + number : "",
                to.sql(),
                to.keyColumn(),
                composite ? ", " + Table.LABEL : "",
                options);
    }

    static void check(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> world.add(
                        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s > 0 OR %s <> 'a''%%b')%s",
                        t.sql(),
                        world.endingName(piece),
                        Table.AMOUNT,
                        Table.LABEL,
                        t.isPlain() && piece.has(0) ? " NOT VALID" : ""));
    }

    static void unique(World world, Piece piece) {
        world.table(piece.of(), t -> !t.isForeign())
                .forEach(t -> world.add(
                        "ALTER TABLE %s ADD CONSTRAINT %s UNIQUE %s (%s, %s)%s",
                        t.sql(),
                        world.nameIn(t.schema(), piece),
                        world.major() >= 15 && piece.has(0) ? "NULLS NOT DISTINCT" : "",
                        t.keyColumn(),
                        Table.AMOUNT,
                        piece.has(1) ? " DEFERRABLE" : ""));
    }

    static void exclusion(World world, Piece piece) {
        world.table(piece.of(), Table::isPlain)
                .forEach(t -> world.add(
                        "ALTER TABLE %s ADD CONSTRAINT %s EXCLUDE USING gist (%s WITH &&) WHERE (%s IS NOT NULL)",
                        t.sql(), world.nameIn(t.schema(), piece), Table.SPAN, Table.LABEL));
    }

    static void index(World world, Piece piece) {
        index(world, piece, "(%s DESC NULLS LAST) INCLUDE (%s)".formatted(Table.LABEL, Table.AMOUNT));
    }

    static void partialIndex(World world, Piece piece) {
        index(world, piece, "(%s) WHERE %s LIKE 'a%%'".formatted(Table.AMOUNT, Table.LABEL));
    }

    static void expressionIndex(World world, Piece piece) {
        index(world, piece, "((lower(%s) || 'x'), (%s + 1))".formatted(Table.LABEL, Table.AMOUNT));
    }

    static void gin(World world, Piece piece) {
        index(world, piece, "USING gin (%s)".formatted(Table.TAGS));
    }

    static void gist(World world, Piece piece) {
        index(world, piece, "USING gist (%s) WITH (fillfactor = 80)".formatted(Table.SPAN));
    }

    static void textSearchIndex(World world, Piece piece) {
        world.pick(piece.with(), Group.CONFIGURATION)
                .forEach(c -> index(
                        world,
                        piece,
                        "USING gin (to_tsvector(%s::regconfig, %s))".formatted(c.literal(), Table.LABEL)));
    }

    static void indexOfClass(World world, Piece piece) {
        world.pick(piece.with(), Group.OPERATOR_CLASS)
                .forEach(c -> world.table(
                                piece.of(), t -> !t.isForeign() && t.keyType().equals("integer"))
                        .forEach(t -> world.add(
                                "CREATE INDEX %s ON %s (%s %s)",
                                world.nameIn(t.schema(), piece), t.sql(), t.keyColumn(), c.sql())));
    }

    private static void index(World world, Piece piece, String definition) {
        world.table(piece.of(), t -> !t.isForeign())
                .forEach(t ->
                        world.add("CREATE INDEX %s ON %s %s", world.nameIn(t.schema(), piece), t.sql(), definition));
    }

    static void statistics(World world, Piece piece) {
        world.table(piece.of(), t -> true).forEach(t -> {
            Thing statistics = world.thing("STATISTICS", piece.has(0) ? t.schema() : world.schema(piece), piece, "");
            world.add(
                    "CREATE STATISTICS %s ON %s, %s FROM %s",
                    statistics.sql(),
                    Table.LABEL,
                    world.major() >= 14 && piece.has(1) ? "(" + Table.AMOUNT + " + 1)" : Table.AMOUNT,
                    t.sql());
            world.putNamed(statistics);
        });
    }
}
