package io.github.schemasplit.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told of a change.
 *
 * @param kind when
 * @param goal which goal, such as {@code migrate}
 * @param database which database; without its password
 * @param time when, by the clock of the machine that the goal runs on
 * @param text all of it, for people; no secret is in it
 * @param scope what it is about; empty where it failed before that was known
 * @param effort what it took; empty before it is done
 * @param predictedShut for how long a rehearsal had a table shut at most; empty without one
 * @param failure why it failed, where it did
 */
public record Notice(
        NoticeKind kind,
        String goal,
        String database,
        Instant time,
        String text,
        Optional<Scope> scope,
        Optional<Effort> effort,
        Optional<Duration> predictedShut,
        Optional<String> failure) {
    /**
     * What a change is about.
     *
     * @param schemas the target schemas, sorted
     * @param tables how many tables move, with partitions
     * @param objects how many objects move, with the tables
     * @param oldNames how many old names end
     * @param statements how many statements it has
     */
    public record Scope(List<String> schemas, long tables, long objects, long oldNames, long statements) {
        public Scope {
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * What a change took.
     *
     * @param duration from the goal's start
     * @param shut for how long a table was shut at most; empty where the server's answer was lost
     * @param attempts how many attempts
     * @param transactions how many transactions
     * @param entry its last entry in the journal
     */
    public record Effort(Duration duration, Optional<Duration> shut, int attempts, int transactions, UUID entry) {}

    /** The same notice with other texts, where the whole is too long. */
    public Notice with(String shorter, List<String> schemas, Optional<String> shorterFailure) {
        return new Notice(
                kind,
                goal,
                database,
                time,
                shorter,
                scope.map(s -> new Scope(schemas, s.tables, s.objects, s.oldNames, s.statements)),
                effort,
                predictedShut,
                shorterFailure);
    }
}
