package io.github.schemasplit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server says of expressions of row-security policies. */
public final class PolicyAnswers {
    /**
     * What it makes of one.
     *
     * @param kind what the text is
     * @param text the expression as the server prints it, or why there is none
     */
    public record Answer(Kind kind, String text) {}

    /** What the text of an answer is. */
    public enum Kind {
        /** The expression as the server prints it. */
        PRINTED,
        /** Why the server refuses it. */
        REFUSED,
        /** Why the server could not be asked. */
        UNREAD
    }

    /**
     * The expressions of a policy that is there.
     *
     * @param using its USING expression, as the server prints it
     * @param check its WITH CHECK expression
     * @param exact whether the server prints them the same once it reads them again
     */
    public record Stored(Optional<String> using, Optional<String> check, boolean exact) {
        private static final Stored NOTHING = new Stored(Optional.empty(), Optional.empty(), true);

        private Stored with(int place, Optional<String> text, boolean same) {
            return place == 0 ? new Stored(text, check, exact && same) : new Stored(using, text, exact && same);
        }
    }

    private record Place(long relation, int place) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Place at && relation == at.relation && place == at.place);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(relation) + place;
        }
    }

    private static final int ALL = -1;

    private final String obstacle;
    private final Map<Place, Answer> answers = new HashMap<>();
    private final Map<Long, Stored> stored = new HashMap<>();

    /**
     * @param obstacle why there is none where there is none
     */
    PolicyAnswers(String obstacle) {
        this.obstacle = obstacle;
    }

    /** Takes a row of the query. */
    void add(ResultSet row) throws SQLException {
        long object = row.getLong("object");
        int place = row.getInt("place");
        boolean ofAll = row.wasNull();
        Optional<String> text = Optional.ofNullable(row.getString("text"));
        Optional<String> printed = Optional.ofNullable(row.getString("printed"));
        switch (row.getString("kind")) {
            case "s" ->
                stored.put(
                        object,
                        stored.getOrDefault(object, Stored.NOTHING).with(place, text, Objects.equals(text, printed)));
            case "p" -> answers.put(new Place(object, place), new Answer(Kind.PRINTED, printed.orElseThrow()));
            case "r" -> answers.put(new Place(object, place), new Answer(Kind.REFUSED, printed.orElseThrow()));
            default ->
                answers.put(new Place(object, ofAll ? ALL : place), new Answer(Kind.UNREAD, printed.orElseThrow()));
        }
    }

    /** What it makes of the expression at a place of those for a table. */
    public Answer answer(long relation, int place) {
        Answer ofTable = answers.getOrDefault(new Place(relation, ALL), new Answer(Kind.UNREAD, obstacle));
        return answers.getOrDefault(new Place(relation, place), ofTable);
    }

    /** The expressions of a policy; empty where it is not there, or could not be read. */
    public Optional<Stored> stored(long policy) {
        return Optional.ofNullable(stored.get(policy));
    }
}
