package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.World.Group;
import java.util.List;
import java.util.Map;

/** Owners, privileges, default ACLs and comments. */
final class AccessPieces {
    /** What can be granted on an object, by its keyword, and how {@code GRANT} calls it. */
    private static final Map<String, String> PRIVILEGES = Map.of(
            "TABLE", "SELECT, INSERT ON TABLE",
            "FOREIGN TABLE", "SELECT, UPDATE ON TABLE",
            "VIEW", "SELECT, TRIGGER ON TABLE",
            "MATERIALIZED VIEW", "SELECT ON TABLE",
            "SEQUENCE", "USAGE, SELECT ON SEQUENCE",
            "FUNCTION", "EXECUTE ON FUNCTION",
            "PROCEDURE", "EXECUTE ON PROCEDURE",
            "TYPE", "USAGE ON TYPE",
            "DOMAIN", "USAGE ON DOMAIN");

    private AccessPieces() {}

    static void grant(World world, Piece piece) {
        grant(world, piece, Roles.of(piece.with()), piece.has(0));
    }

    static void grantToPublic(World world, Piece piece) {
        grant(world, piece, "PUBLIC", false);
    }

    private static void grant(World world, Piece piece, String grantee, boolean withGrantOption) {
        for (Thing thing : world.pick(piece.of(), Group.ANY)) {
            if (PRIVILEGES.containsKey(thing.keyword())) {
                world.add(
                        "GRANT %s %s TO %s%s",
                        PRIVILEGES.get(thing.keyword()),
                        thing.sql(),
                        grantee,
                        withGrantOption ? " WITH GRANT OPTION" : "");
            }
        }
    }

    /** At last: an owner without privileges on a table can make no foreign key to it. */
    static void revoke(World world, Piece piece) {
        for (Thing thing : world.pick(piece.of(), Group.ANY)) {
            if (PRIVILEGES.containsKey(thing.keyword())) {
                world.atLast("REVOKE ALL "
                        + PRIVILEGES.get(thing.keyword()).replaceFirst(".* ON", "ON") + " " + thing.sql()
                        + " FROM PUBLIC, " + (piece.has(0) ? world.creator() : Roles.of(piece.with())) + " CASCADE");
            }
        }
    }

    /** Each grants on what the one before was granted. */
    static void grantChain(World world, Piece piece) {
        for (Thing thing : world.pick(piece.of(), Group.ANY)) {
            if (PRIVILEGES.containsKey(thing.keyword())) {
                String what = PRIVILEGES.get(thing.keyword()) + " " + thing.sql();
                String first = Roles.of(0);
                String second = Roles.of(2);
                world.asSuperuser("GRANT USAGE ON SCHEMA " + Names.quoted(thing.schema()) + " TO " + first + ", "
                        + second + ";\nGRANT " + what + " TO " + first + " WITH GRANT OPTION;\nSET ROLE " + first
                        + ";\nGRANT " + what + " TO " + second + " WITH GRANT OPTION;\nSET ROLE " + second + ";\nGRANT "
                        + what + " TO " + Roles.of(1) + ";\nRESET ROLE");
            }
        }
    }

    static void columnGrant(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> world.add(
                        "GRANT SELECT (%s, %s), UPDATE (%s) ON %s TO %s",
                        t.keyColumn(),
                        Table.AMOUNT,
                        Table.LABEL,
                        t.sql(),
                        piece.has(0) ? "PUBLIC" : Roles.of(piece.with())));
    }

    static void schemaGrant(World world, Piece piece) {
        List<String> schemas = world.schemas();
        world.add(
                "GRANT %s ON SCHEMA %s TO %s",
                piece.has(0) ? "USAGE" : "ALL",
                Names.quoted(schemas.get(piece.of() % schemas.size())),
                Roles.of(piece.with()));
    }

    static void defaultAcl(World world, Piece piece) {
        String what = List.of(
                        "SELECT, INSERT ON TABLES", "USAGE ON SEQUENCES", "EXECUTE ON FUNCTIONS", "USAGE ON TYPES")
                .get(piece.how() % 4);
        world.asSuperuser("ALTER DEFAULT PRIVILEGES FOR ROLE "
                + (piece.with() % 5 == 0 ? Roles.of(piece.name()) : world.creator())
                + (piece.has(3) ? "" : " IN SCHEMA " + Names.quoted(world.schema(piece)))
                + " GRANT " + what + " TO " + (piece.has(4) ? "PUBLIC" : Roles.of(piece.of())));
    }

    /** Mostly one whose rights the plain owner has. */
    static void owner(World world, Piece piece) {
        world.pick(piece.of(), Group.OWNED)
                .forEach(t -> world.atLast("ALTER " + t.keyword() + " " + t.sql() + " OWNER TO "
                        + (piece.with() % 12 == 0 ? Roles.of(2) : Roles.of(piece.with() % 2))));
    }

    static void comment(World world, Piece piece) {
        for (Thing thing : world.pick(piece.of(), Group.ANY)) {
            world.asSuperuser("COMMENT ON " + thing.keyword() + " " + thing.sql() + " IS 'it''s % $x$ 😀'");
        }
    }

    static void columnComment(World world, Piece piece) {
        world.table(piece.of(), t -> true)
                .forEach(t -> world.add("COMMENT ON COLUMN %s.%s IS E'a\\nb'", t.sql(), Table.SPAN));
    }
}
