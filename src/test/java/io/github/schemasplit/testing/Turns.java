package io.github.schemasplit.testing;

import java.util.List;

/**
 * What can be tried in two ways is tried in both by {@code -Pnightly}; in the gate in one of them, by turns, and in the other way on the
 * other server, since the oldest has an odd version and the newest an even one.
 */
public final class Turns {
    /** The property that says so. */
    static final String ALL = "test.all.ways";

    private Turns() {}

    /**
     * The ways in which a thing is to be tried on a server.
     *
     * @param turn the number of the thing
     * @param ways two of them
     */
    public static <T> List<T> of(TestServer server, int turn, List<T> ways) {
        return areAll() ? ways : List.of(ways.get((turn + server.major()) % ways.size()));
    }

    /** Whether all is tried: by {@code -Pnightly}, and where one server alone is asked for. */
    public static boolean areAll() {
        return Boolean.getBoolean(ALL) || TestServer.versions().size() < 2;
    }
}
