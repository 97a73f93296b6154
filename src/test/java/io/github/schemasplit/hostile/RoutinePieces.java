package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.World.Group;
import java.util.List;

/** Routines of every kind. */
final class RoutinePieces {
    private RoutinePieces() {}

    static void sql(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> integer(
                        world,
                        piece,
                        "LANGUAGE sql STABLE AS $f$SELECT count(*) FROM %s WHERE %s > $1$f$"
                                .formatted(t.sql(), Table.AMOUNT)));
    }

    static void atomic(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> integer(
                        world,
                        piece,
                        "LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM %s AS x WHERE x.%s > $1; END"
                                .formatted(t.sql(), Table.AMOUNT)));
    }

    static void plpgsql(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> integer(
                        world,
                        piece,
                        "LANGUAGE plpgsql PARALLEL SAFE COST 7 AS $f$DECLARE r %s%%ROWTYPE; BEGIN SELECT * INTO r FROM %1$s;"
                                        .formatted(t.sql())
                                + " EXECUTE format('SELECT %s', 'x'); RETURN 1; END$f$"));
    }

    /** Can be called without arguments; names tables, and what was made like it, with their schemas or where it looks first. */
    static void called(World world, Piece piece) {
        for (Table table : world.table(piece.of(), t -> true)) {
            Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "()");
            boolean looksThere = piece.has(0) && !table.isForeign();
            String path = looksThere ? " SET search_path = " + Names.quoted(table.schema()) + ", pg_temp" : "";
            String first = looksThere ? Names.quoted(table.thing().name()) : table.sql();
            String more = world.table(piece.with(), t -> true).get(0).sql();
            String other = world.pick(piece.how(), Group.CALLED).stream()
                    .map(called -> " + " + called.sql())
                    .findFirst()
                    .orElse("");
            String query = "count(*)%s FROM %s AS x, (SELECT count(y.%s) FROM %s AS \"y\") AS \"100 %%\""
                    .formatted(other, first, Table.AMOUNT, more);
            world.add(
                    "CREATE FUNCTION %s RETURNS bigint%s %s",
                    routine.sql(),
                    path,
                    piece.has(1)
                            ? "LANGUAGE sql STABLE AS $f$SELECT " + query + "$f$"
                            : "LANGUAGE plpgsql AS $f$DECLARE n bigint; r " + more
                                    + "%ROWTYPE; BEGIN FOR r IN SELECT * FROM "
                                    + more + " LOOP n := 1; END LOOP; SELECT " + query
                                    + " INTO n; RETURN n; END$f$");
            world.put(Group.CALLED, routine);
        }
    }

    static void securityDefiner(World world, Piece piece) {
        integer(world, piece, "LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN 1; END'");
    }

    static void searchPath(World world, Piece piece) {
        integer(
                world,
                piece,
                "LANGUAGE plpgsql SET search_path = %s, pg_temp SET work_mem = '4MB' AS 'BEGIN RETURN 1; END'"
                        .formatted(piece.has(0) ? Names.quoted(world.source()) : "''"));
    }

    /** A function of an integer that views can call. */
    private static void integer(World world, Piece piece, String definition) {
        Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "(integer)");
        world.add("CREATE FUNCTION %s RETURNS bigint %s", routine.sql(), definition);
        world.put(Group.ROUTINE, routine);
    }

    static void overload(World world, Piece piece) {
        for (Thing other : world.pick(piece.of(), Group.ROUTINE)) {
            String arguments = List.of("(text)", "(integer, integer)", "()").get(piece.how() % 3);
            if (world.isFirst("overload " + other.sql() + arguments)) {
                Thing routine = new Thing("FUNCTION", other.schema(), other.name(), arguments);
                world.add("CREATE FUNCTION %s RETURNS integer LANGUAGE sql AS 'SELECT 1'", routine.sql());
                world.putNamed(routine);
            }
        }
    }

    static void defaults(World world, Piece piece) {
        Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "");
        world.add(
                "CREATE FUNCTION %s(\"Se lect\" integer DEFAULT 1, INOUT \"x\"\",\" text DEFAULT 'a,b)', OUT y timestamptz,"
                        + " VARIADIC z integer[] DEFAULT '{}') LANGUAGE sql AS $$SELECT 'a', now()$$",
                routine.sql());
        other(world, "FUNCTION", routine, "(integer, text, VARIADIC integer[])");
    }

    static void rowType(World world, Piece piece) {
        for (Table table : world.table(piece.of(), t -> true)) {
            String arguments = "(%s, %1$s[])".formatted(table.sql());
            Thing routine = world.thing("FUNCTION", world.schema(piece), piece, arguments);
            world.add("CREATE FUNCTION %s RETURNS SETOF %s LANGUAGE sql AS 'SELECT $1'", routine.sql(), table.sql());
            world.putNamed(routine);
        }
    }

    static void ofType(World world, Piece piece) {
        world.pick(piece.of(), Group.ENUM, Group.DOMAIN, Group.COMPOSITE, Group.RANGE)
                .forEach(type -> {
                    Thing routine = world.thing(
                            "FUNCTION", world.schema(piece), piece, "(\"a,b\" %s, %1$s[])".formatted(type.sql()));
                    world.add(
                            "CREATE FUNCTION %s RETURNS TABLE (x %s) LANGUAGE sql STRICT AS 'SELECT $1'",
                            routine.sql(), type.sql());
                    world.putNamed(routine);
                });
    }

    static void procedure(World world, Piece piece) {
        Thing routine = world.thing("PROCEDURE", world.schema(piece), piece, "(integer, text)");
        world.add("CREATE PROCEDURE %s LANGUAGE plpgsql AS 'BEGIN COMMIT; END'", routine.sql());
        world.putNamed(routine);
    }

    static void trigger(World world, Piece piece) {
        Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "()");
        world.add("CREATE FUNCTION %s RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", routine.sql());
        world.keep(Group.TRIGGER_ROUTINE, new Thing("FUNCTION", routine.schema(), routine.name(), ""));
        world.putNamed(routine);
    }

    static void aggregate(World world, Piece piece) {
        Thing step = world.thing("FUNCTION", world.schema(piece), piece, "(integer, integer)");
        world.add("CREATE FUNCTION %s RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'", step.sql());
        Thing aggregate = world.thing("AGGREGATE", world.schema(piece), piece, piece.has(0) ? "(*)" : "(integer)");
        world.add(
                "CREATE AGGREGATE %s (SFUNC = %s, STYPE = %s, INITCOND = '0')",
                aggregate.sql(),
                piece.has(0) ? "int8inc" : Names.quoted(step.schema()) + "." + Names.quoted(step.name()),
                piece.has(0) ? "bigint" : "integer");
        world.putNamed(aggregate);
    }

    static void window(World world, Piece piece) {
        Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "()");
        world.asSuperuser("CREATE FUNCTION " + routine.sql() + " RETURNS bigint LANGUAGE internal WINDOW STRICT"
                + " AS 'window_row_number'");
        world.atLast("ALTER FUNCTION " + routine.sql() + " OWNER TO " + world.creator());
        world.keep(Group.ANY, routine);
    }

    private static void other(World world, String keyword, Thing routine, String arguments) {
        world.putNamed(new Thing(keyword, routine.schema(), routine.name(), arguments));
    }
}
