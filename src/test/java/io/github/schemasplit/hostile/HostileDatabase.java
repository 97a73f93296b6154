package io.github.schemasplit.hostile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A random database and a random mapping, as numbers.
 *
 * @param pieces what the database is made of, in order
 * @param choices what the mapping chooses
 * @param source chooses the source schema
 * @param owner chooses whether a plain owner of everything migrates, or a superuser
 */
record HostileDatabase(List<Piece> pieces, List<Integer> choices, int source, int owner) {
    private static final List<String> SOURCES = List.of("public", "public", "Old \"Schema\" %s $1 \\ .x");

    HostileDatabase {
        pieces = List.copyOf(pieces);
        choices = List.copyOf(choices);
    }

    /** The database as a server of a version understands it. */
    HostileScript script(int major) {
        World world = new World(major, owner % 4 == 3, SOURCES.get(source % SOURCES.size()));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Piece piece : pieces) {
            String before = world.script();
            piece.kind().make(world, piece);
            if (!world.script().equals(before)) {
                kinds.add(piece.kind());
            }
        }
        String start = world.plainOwner() ? "SET SESSION AUTHORIZATION " + Roles.OWNER + ";\n" : "";
        return new HostileScript(start + world.script(), RandomMapping.yaml(world, choices), world.plainOwner(), kinds);
    }
}
