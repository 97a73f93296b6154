package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.Table.Key;
import io.github.schemasplit.hostile.Table.Role;
import io.github.schemasplit.hostile.World.Group;
import java.util.List;

/** Tables, their partitions and children, and how they are stored. */
final class TablePieces {
    private static final String OTHER_COLUMNS = "%s text, %s numeric(10, 2), %s daterange, %s text[]"
            .formatted(Table.LABEL, Table.AMOUNT, Table.SPAN, Table.TAGS);

    private static final int WIDTH = 10_000;

    private TablePieces() {}

    static void table(World world, Piece piece) {
        create(world, piece, Key.PLAIN, "", "");
    }

    static void identity(World world, Piece piece) {
        create(world, piece, Key.IDENTITY, "", "");
    }

    static void serial(World world, Piece piece) {
        create(world, piece, Key.SERIAL, "", "");
    }

    static void uuid(World world, Piece piece) {
        create(world, piece, Key.UUID, "", "");
    }

    static void composite(World world, Piece piece) {
        create(world, piece, Key.COMPOSITE, "", "");
    }

    static void unlogged(World world, Piece piece) {
        create(world, piece, Key.values()[piece.how() % Key.NONE.ordinal()], "UNLOGGED", "");
    }

    static void generated(World world, Piece piece) {
        String kind = world.major() >= 18 && piece.has(4) ? "VIRTUAL" : "STORED";
        create(
                world,
                piece,
                Key.PLAIN,
                "",
                ", gen%d text GENERATED ALWAYS AS (lower(%s)) %s".formatted(world.number(), Table.LABEL, kind));
    }

    /** A domain with a check can not be added to a table whose row type others use: it is there from the start. */
    static void tableOfDomain(World world, Piece piece) {
        world.pick(piece.of(), Group.DOMAIN)
                .forEach(domain -> create(
                        world, piece, Key.PLAIN, "", ", c%d %s, d%1$d %2$s[]".formatted(world.number(), domain.sql())));
    }

    private static void create(World world, Piece piece, Key key, String persistence, String more) {
        Thing thing = world.thing("TABLE", piece);
        String primaryKey = key == Key.NONE ? "" : world.nameIn(thing.schema(), piece);
        Table table = Table.plain(thing, Role.PLAIN, key, !persistence.isEmpty(), primaryKey);
        String column = table.keyColumn()
                + switch (key) {
                    case IDENTITY -> " integer GENERATED " + (piece.has(5) ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
                    case SERIAL -> " serial";
                    case UUID -> " uuid DEFAULT gen_random_uuid()";
                    default -> " " + table.keyType();
                };
        String constraint = primaryKey.isEmpty()
                ? ""
                : ", CONSTRAINT %s PRIMARY KEY (%s%s)"
                        .formatted(primaryKey, table.keyColumn(), key == Key.COMPOSITE ? ", " + Table.LABEL : "");
        world.add("CREATE %s TABLE %s (%s, %s%s%s)", persistence, table.sql(), column, OTHER_COLUMNS, more, constraint);
        world.put(table);
    }

    static void partitioned(World world, Piece piece) {
        Table table = Table.partitioned(world.thing("TABLE", piece), false, 0, WIDTH);
        world.add(
                "CREATE TABLE %s (%s integer %s, %s) PARTITION BY RANGE (%2$s)",
                table.sql(), table.keyColumn(), piece.has(5) ? "" : "PRIMARY KEY", OTHER_COLUMNS);
        world.put(
                piece.has(5)
                        ? new Table(table.thing(), Role.PARTITIONED, Key.NONE, false, "", false, 0, WIDTH)
                        : table);
    }

    static void partition(World world, Piece piece) {
        partition(world, piece, 10, "");
    }

    static void subPartitioned(World world, Piece piece) {
        partition(world, piece, 100, " PARTITION BY RANGE (\"id\")");
    }

    private static void partition(World world, Piece piece, int size, String by) {
        for (Table parent : world.table(piece.of(), Table::isPartitioned)) {
            int from = parent.takeKeys(size);
            if (from < 0) {
                continue;
            }
            // Mostly beside its parent, as a partition that goes with it.
            Thing thing = world.thing("TABLE", piece.has(3) ? world.schema(piece) : parent.schema(), piece, "");
            world.add(
                    "CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%d) TO (%d)%s",
                    thing.sql(), parent.sql(), from, from + size, by);
            world.put(
                    by.isEmpty()
                            ? Table.plain(thing, Role.PARTITION, parent.key(), false, "")
                            : new Table(thing, Role.PARTITIONED, parent.key(), false, "", true, from, from + size));
        }
    }

    static void child(World world, Piece piece) {
        for (Table parent : world.table(piece.of(), Table::isPlain)) {
            inherit(world, piece, List.of(parent));
        }
    }

    static void childOfTwo(World world, Piece piece) {
        for (Table parent : world.table(piece.of(), Table::isPlain)) {
            for (Table other : world.table(
                    piece.with(), t -> t.isPlain() && t != parent && t.keyType().equals(parent.keyType()))) {
                inherit(world, piece, List.of(parent, other));
            }
        }
    }

    private static void inherit(World world, Piece piece, List<Table> parents) {
        Table first = parents.get(0);
        Thing thing = world.thing("TABLE", piece.has(3) ? world.schema(piece) : first.schema(), piece, "");
        // Defaults that two parents give have to be overruled.
        world.add(
                "CREATE TABLE %s (%s %s DEFAULT NULL, %s numeric(10, 2) DEFAULT 0, more%d integer) INHERITS (%s)",
                thing.sql(),
                first.keyColumn(),
                first.keyType(),
                Table.AMOUNT,
                world.number(),
                String.join(", ", parents.stream().map(Table::sql).toList()));
        world.put(Table.plain(thing, Role.CHILD, first.keyType().equals("uuid") ? Key.UUID_NONE : Key.NONE, false, ""));
    }

    /** At last, since PostgreSQL 18 refuses a child whose parents store a column in different ways. */
    static void storage(World world, Piece piece) {
        world.table(piece.of(), t -> t.isPlain() || t.role() == Role.PARTITION)
                .forEach(t -> world.atLast(
                        "ALTER TABLE %s SET (fillfactor = 70, autovacuum_enabled = false), ALTER COLUMN %s SET STORAGE EXTERNAL, ALTER COLUMN %2$s SET STATISTICS 500, ALTER COLUMN %2$s SET (n_distinct = 5)"
                                .formatted(t.sql(), Table.LABEL)));
    }

    static void replicaIdentity(World world, Piece piece) {
        world.table(piece.of(), Table::isPlain)
                .forEach(t -> world.add(
                        "ALTER TABLE %s REPLICA IDENTITY %s",
                        t.sql(),
                        !t.primaryKey().isEmpty() && piece.has(0)
                                ? "USING INDEX " + t.primaryKey()
                                : piece.has(1) ? "FULL" : "NOTHING"));
    }

    static void clustered(World world, Piece piece) {
        world.table(piece.of(), t -> !t.primaryKey().isEmpty())
                .forEach(t -> world.add("ALTER TABLE %s CLUSTER ON %s", t.sql(), t.primaryKey()));
    }

    static void sequence(World world, Piece piece) {
        Thing sequence = world.thing("SEQUENCE", piece);
        world.add("CREATE SEQUENCE %s INCREMENT 5 CACHE 3", sequence.sql());
        world.put(Group.SEQUENCE, sequence);
    }

    static void defaultOfSequence(World world, Piece piece) {
        world.pick(piece.with(), Group.SEQUENCE)
                .forEach(s -> world.table(piece.of(), t -> !t.isForeign())
                        .forEach(t -> world.add(
                                "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT nextval(%s::regclass)",
                                t.sql(), Table.AMOUNT, s.literal())));
    }

    static void columnOfType(World world, Piece piece) {
        world.pick(piece.with(), Group.ENUM, Group.COMPOSITE, Group.RANGE)
                .forEach(type -> world.table(piece.of(), t -> t.isPlain() || t.isPartitioned() && !t.isPartition())
                        .forEach(t -> world.add(
                                "ALTER TABLE %s ADD COLUMN c%d %s%s",
                                t.sql(), world.number(), type.sql(), piece.has(0) ? "[]" : "")));
    }

    static void columnOfRowType(World world, Piece piece) {
        for (Table type : world.table(piece.with(), t -> true)) {
            // A row type that holds itself is refused; a table made earlier holds none made later.
            world
                    .table(
                            piece.of(),
                            t -> t.isPlain()
                                    && world.tables().indexOf(t)
                                            > world.tables().indexOf(type))
                    .stream()
                    .filter(t -> t.role() == Role.PLAIN && type.role() == Role.PLAIN)
                    .forEach(t -> world.add("ALTER TABLE %s ADD COLUMN c%d %s", t.sql(), world.number(), type.sql()));
        }
    }

    static void columnOfCollation(World world, Piece piece) {
        world.pick(piece.with(), Group.COLLATION)
                .forEach(c -> world.table(piece.of(), t -> !t.isPartition())
                        .forEach(t -> world.add(
                                "ALTER TABLE %s ADD COLUMN c%d text COLLATE %s", t.sql(), world.number(), c.sql())));
    }
}
