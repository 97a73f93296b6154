package io.github.schemasplit.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
        UNREAD;

        /** The kind of a letter of the query. */
        static Kind of(String letter) {
            return switch (letter) {
                case "p" -> PRINTED;
                case "r" -> REFUSED;
                case "u" -> UNREAD;
                default -> throw new IllegalArgumentException("no answer is of kind " + letter);
            };
        }
    }

    /**
     * The expressions of a policy that is there, as the server prints them.
     *
     * @param using its USING expression
     * @param check its WITH CHECK expression
     */
    public record Stored(Optional<String> using, Optional<String> check) {}

    private record Place(long relation, int place) {}

    private static final Answer NONE = new Answer(Kind.UNREAD, "the table is gone");
    private static final int ALL = -1;

    private final Optional<String> obstacle;
    private final Map<Place, Answer> answers = new HashMap<>();
    private final Map<Long, Stored> stored = new HashMap<>();

    PolicyAnswers() {
        this.obstacle = Optional.empty();
    }

    /** The server could not be asked at all. */
    PolicyAnswers(String obstacle) {
        this.obstacle = Optional.of(obstacle);
    }

    void add(long relation, Optional<Integer> place, Answer answer) {
        answers.put(new Place(relation, place.orElse(ALL)), answer);
    }

    void add(long policy, Stored expressions) {
        stored.put(policy, expressions);
    }

    /** What it makes of the expression at a place of those for a table. */
    public Answer answer(PolicyExpressions.Question question, int place) {
        if (obstacle.isPresent()) {
            return new Answer(Kind.UNREAD, obstacle.get());
        }
        Answer ofTable = answers.getOrDefault(new Place(question.relation(), ALL), NONE);
        return answers.getOrDefault(new Place(question.relation(), place), ofTable);
    }

    /** The expressions of a policy; empty where it is not there, or could not be read. */
    public Optional<Stored> stored(long policy) {
        return Optional.ofNullable(stored.get(policy));
    }

    /** Why the server could not be asked at all. */
    public Optional<String> obstacle() {
        return obstacle;
    }
}
