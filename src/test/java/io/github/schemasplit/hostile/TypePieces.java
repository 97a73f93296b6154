package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.World.Group;

/** Types, and what is made for them: casts, operators, collations, text search objects and conversions. */
final class TypePieces {
    private TypePieces() {}

    static void enumeration(World world, Piece piece) {
        Thing type = world.thing("TYPE", piece);
        world.add("CREATE TYPE %s AS ENUM ('a', 'B ''b', '%%', '😀')", type.sql());
        world.put(Group.ENUM, type);
    }

    static void domain(World world, Piece piece) {
        domain(world, piece, "integer DEFAULT 1");
    }

    static void checkedDomain(World world, Piece piece) {
        domain(
                world,
                piece,
                "text CONSTRAINT %s CHECK (VALUE <> 'x')%s"
                        .formatted(world.endingName(piece), piece.has(0) ? " CHECK (length(VALUE) < 9)" : ""));
    }

    private static void domain(World world, Piece piece, String definition) {
        Thing type = world.thing("DOMAIN", piece);
        world.add("CREATE DOMAIN %s AS %s", type.sql(), definition);
        world.put(Group.DOMAIN, type);
    }

    static void compositeType(World world, Piece piece) {
        Thing type = world.thing("TYPE", piece);
        String more = world.pick(piece.of(), Group.DOMAIN, Group.ENUM, Group.RANGE, Group.COMPOSITE).stream()
                .map(t -> ", \"An other\" " + t.sql())
                .findFirst()
                .orElse("");
        world.add("CREATE TYPE %s AS (\"a b\" integer, c text%s)", type.sql(), more);
        world.put(Group.COMPOSITE, type);
    }

    static void range(World world, Piece piece) {
        Thing type = world.thing("TYPE", piece);
        // The server cuts the names that it makes up for multiranges, and does not look whether they are free.
        String multirange = world.major() >= 14
                ? ", MULTIRANGE_TYPE_NAME = " + Names.quoted(type.schema()) + "." + world.endingName(piece)
                : "";
        world.add("CREATE TYPE %s AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi%s)", type.sql(), multirange);
        world.put(Group.RANGE, type);
    }

    static void cast(World world, Piece piece) {
        world.pick(piece.of(), Group.ENUM).stream()
                .filter(type -> world.isFirst("cast " + type.sql()))
                .forEach(type -> {
                    Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "(" + type.sql() + ")");
                    world.add("CREATE FUNCTION %s RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'", routine.sql());
                    world.add("CREATE CAST (%s AS integer) WITH FUNCTION %s AS ASSIGNMENT", type.sql(), routine.sql());
                });
    }

    static void operator(World world, Piece piece) {
        world.pick(piece.of(), Group.ENUM, Group.COMPOSITE).forEach(type -> {
            String schema = world.schema(piece);
            if (!world.isFirst("operator " + schema + type.sql())) {
                return;
            }
            Thing routine = world.thing("FUNCTION", schema, piece, "(%s, %1$s)".formatted(type.sql()));
            world.add("CREATE FUNCTION %s RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'", routine.sql());
            world.add(
                    "CREATE OPERATOR %s.=== (LEFTARG = %s, RIGHTARG = %2$s, FUNCTION = %s, COMMUTATOR = OPERATOR(%1$s.===))",
                    Names.quoted(schema), type.sql(), Names.quoted(schema) + "." + Names.quoted(routine.name()));
            world.keep(Group.OPERATOR, new Thing("OPERATOR", schema, "===", "(%s, %1$s)".formatted(type.sql())));
        });
    }

    static void operatorFamily(World world, Piece piece) {
        Thing family = world.thing("OPERATOR FAMILY", world.schema(piece), piece, " USING btree");
        world.asSuperuser("CREATE " + family.keyword() + " " + family.sql());
        world.put(Group.FAMILY, family);
    }

    static void operatorClass(World world, Piece piece) {
        Thing operatorClass = world.thing("OPERATOR CLASS", world.schema(piece), piece, "");
        String family = world.pick(piece.of(), Group.FAMILY).stream()
                .filter(f -> world.isFirst("member of " + f.sql()))
                .map(f -> "FAMILY " + Names.quoted(f.schema()) + "." + Names.quoted(f.name()))
                .findFirst()
                .orElse("");
        world.asSuperuser("CREATE OPERATOR CLASS " + operatorClass.sql() + " FOR TYPE integer USING btree " + family
                + " AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,"
                + " FUNCTION 1 btint4cmp(integer, integer)");
        world.keep(Group.OPERATOR_CLASS, operatorClass);
        world.keep(
                Group.ANY, new Thing("OPERATOR CLASS", operatorClass.schema(), operatorClass.name(), " USING btree"));
    }

    static void collation(World world, Piece piece) {
        Thing collation = world.thing("COLLATION", piece);
        world.add("CREATE COLLATION %s (LOCALE = 'C')", collation.sql());
        world.put(Group.COLLATION, collation);
    }

    static void dictionary(World world, Piece piece) {
        Thing dictionary = world.thing("TEXT SEARCH DICTIONARY", piece);
        String template = world.pick(piece.of(), Group.TEMPLATE).stream()
                .map(Thing::sql)
                .findFirst()
                .orElse("pg_catalog.simple");
        world.add("CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s, ACCEPT = false)", dictionary.sql(), template);
        world.put(Group.DICTIONARY, dictionary);
    }

    static void configuration(World world, Piece piece) {
        Thing configuration = world.thing("TEXT SEARCH CONFIGURATION", piece);
        world.add("CREATE TEXT SEARCH CONFIGURATION %s (COPY = pg_catalog.simple)", configuration.sql());
        world.pick(piece.of(), Group.DICTIONARY)
                .forEach(d -> world.add(
                        "ALTER TEXT SEARCH CONFIGURATION %s ALTER MAPPING FOR asciiword WITH %s, pg_catalog.simple",
                        configuration.sql(), d.sql()));
        world.put(Group.CONFIGURATION, configuration);
    }

    static void parser(World world, Piece piece) {
        Thing parser = world.thing("TEXT SEARCH PARSER", piece);
        world.asSuperuser("CREATE TEXT SEARCH PARSER " + parser.sql()
                + " (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)");
        world.keep(Group.ANY, parser);
        world.keep(Group.PARSER, parser);
    }

    static void template(World world, Piece piece) {
        Thing template = world.thing("TEXT SEARCH TEMPLATE", piece);
        world.asSuperuser(
                "CREATE TEXT SEARCH TEMPLATE " + template.sql() + " (INIT = dsimple_init, LEXIZE = dsimple_lexize)");
        world.keep(Group.ANY, template);
        world.keep(Group.TEMPLATE, template);
    }

    static void conversion(World world, Piece piece) {
        Thing conversion = world.thing("CONVERSION", piece);
        world.add("CREATE CONVERSION %s FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", conversion.sql());
        world.putNamed(conversion);
    }
}
