package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.ArchiveItem;
import io.github.schemasplit.backup.ChosenItems;
import io.github.schemasplit.backup.Restoration;
import io.github.schemasplit.jdbc.BusyException;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DeadlockTimeout;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.jdbc.ShortWait;
import io.github.schemasplit.sql.Statement;
import io.github.schemasplit.sqltext.ScriptSplitter;
import io.github.schemasplit.sqltext.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The foreign keys of a schema to tables that are in the database already, and its partitions of such tables. Whoever makes one keeps
 * others from using that table, and {@code pg_restore} waits for it without an end, while they wait behind it. So they are made by
 * themselves, each as soon as it can be, when the rows are there; and keys are looked through when nobody is shut out any more.
 *
 * @param keys the items that make them, partitions before keys
 * @param about what is made after them since it is about them, such as comments
 * @param others the lines of all other items
 */
record BorderKeys(List<ArchiveItem> keys, List<ArchiveItem> about, List<String> others) {
    private static final String TABLE = "table ";
    private static final String CONSTRAINT = "table constraint ";
    private static final String ADD = "ALTER TABLE";

    /** A table whose rows are its own; that of a partitioned one must be looked through at once. */
    private static final String ADD_TO_ONE = "ALTER TABLE ONLY";

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s\".]+)";
    private static final Pattern PARTS = Pattern.compile("^(?<table>ALTER TABLE ONLY " + NAME + "\\." + NAME
            + ")\\s+ADD CONSTRAINT (?<name>" + NAME + ") FOREIGN KEY");

    private static final String NOT_VALID = " NOT VALID";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LONGEST = 25;

    BorderKeys {
        keys = List.copyOf(keys);
        about = List.copyOf(about);
        others = List.copyOf(others);
    }

    /**
     * @param present the objects of the database, by kind and name
     */
    static BorderKeys of(ChosenItems chosen, Set<String> present) {
        List<ArchiveItem> keys = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        List<ArchiveItem> partitions = new ArrayList<>();
        for (ArchiveItem item : chosen.items()) {
            if (tables(item).stream().noneMatch(present::contains)) {
                continue;
            }
            if (item.attached().isPresent()) {
                partitions.add(item);
            } else if (item.line().contains(" FK CONSTRAINT ") && item.object().isPresent()) {
                keys.add(item);
                names.add(item.object().get());
            }
        }
        // A key to a table that is there may be to rows of one of its partitions.
        keys.addAll(0, partitions);
        List<ArchiveItem> about = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ArchiveItem item : chosen.items()) {
            if (item.uses().stream().anyMatch(names::contains)) {
                about.add(item);
            } else if (!keys.contains(item)) {
                others.add(item.line());
            }
        }
        return new BorderKeys(keys, about, others);
    }

    /** The tables that it needs. */
    private static List<String> tables(ArchiveItem key) {
        return key.uses().stream()
                .filter(used -> used.startsWith(TABLE) && !used.startsWith(CONSTRAINT))
                .toList();
    }

    private static String name(ArchiveItem item) {
        return item.object().or(item::attached).orElseThrow();
    }

    /**
     * Makes them.
     *
     * @return those that are not as they were, by kind and name: each is told
     */
    Set<String> make(RestoreRun run) throws SQLException {
        Set<String> without = new TreeSet<>();
        if (keys.isEmpty()) {
            return without;
        }
        try (Connection connection = Connector.connect(run.database())) {
            ShortWait wait = new ShortWait(
                    connection, run.order().persistence().timeouts().below(DeadlockTimeout.read(connection)));
            for (ArchiveItem key : keys) {
                String name = name(key);
                for (ScriptStatement statement :
                        ScriptSplitter.split(run.archiver().script(run.backup().archive(), List.of(key.line())))) {
                    if (statement.text().startsWith(ADD)) {
                        make(run, wait, key, statement.text()).ifPresent(problem -> {
                            run.notes().accept("Not as it was: " + name + ", since " + problem);
                            without.add(name);
                        });
                    }
                }
            }
        }
        List<String> lines = about.stream()
                .filter(item -> item.uses().stream().noneMatch(without::contains))
                .map(ArchiveItem::line)
                .toList();
        if (!lines.isEmpty()) {
            run.restore(Restoration.of(lines));
        }
        return without;
    }

    /** Returns why it is not as it was, and what to do. */
    private static Optional<String> make(RestoreRun run, ShortWait wait, ArchiveItem key, String text)
            throws SQLException {
        String name = name(key);
        List<String> relations =
                tables(key).stream().map(used -> used.substring(TABLE.length())).toList();
        boolean later = key.attached().isEmpty() && text.startsWith(ADD_TO_ONE) && !text.endsWith(NOT_VALID);
        Statement add = new Statement(later ? text + NOT_VALID : text);
        Optional<String> problem = patiently(run, wait, name, add, relations);
        if (problem.isPresent()) {
            return Optional.of(problem.get() + ". Make it when they are gone: " + text);
        }
        if (!later) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.find()) {
            throw new IllegalStateException("pg_dump writes foreign keys otherwise: " + text);
        }
        Statement validate = new Statement(parts.group("table") + " VALIDATE CONSTRAINT " + parts.group("name"));
        return patiently(run, wait, name, validate, relations)
                .map(why -> why + ". It holds for rows that are written from now on; when the others are right: "
                        + validate);
    }

    /** Tries it until it is done; returns why it is not. */
    private static Optional<String> patiently(
            RestoreRun run, ShortWait wait, String what, Statement command, List<String> relations)
            throws SQLException {
        Persistence persistence = run.order().persistence();
        long end = System.nanoTime() + persistence.deadline().toNanos();
        for (int attempt = 1; ; attempt++) {
            long began = System.nanoTime();
            try {
                wait.run(what, command, relations);
                return Optional.empty();
            } catch (BusyException e) {
                if (attempt >= persistence.attempts() || System.nanoTime() > end) {
                    return Optional.of(e.getMessage() + ", after " + Lengths.attempts(attempt));
                }
                Duration pause = PAUSE.multipliedBy(Math.min(attempt, LONGEST));
                run.listener()
                        .on(new Event.Busy(
                                attempt, Duration.ofNanos(System.nanoTime() - began), e.getMessage(), pause));
                Waiting.sleep(pause);
            } catch (SQLException e) {
                return Optional.of(ServerMessage.of(e));
            }
        }
    }
}
