package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.ArchiveItem;
import io.github.schemasplit.backup.ChosenItems;
import io.github.schemasplit.backup.Restoration;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DefaultPrivilege;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import io.github.schemasplit.jdbc.StandStill;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Restores one schema into a database that others may use for what else is in it. */
final class SchemaRestore {
    /** What is made of which default privileges are of which type. */
    private static final Map<Character, List<String>> MADE = Map.of(
            'r', List.of("table ", "view ", "materialized view ", "foreign table "),
            'S', List.of("sequence "),
            'f', List.of("function ", "procedure ", "aggregate "),
            'T', List.of("type "),
            'n', List.of("schema "));

    private final RestoreRun run;

    SchemaRestore(RestoreRun run) {
        this.run = run;
    }

    /** Returns what is not as it was. */
    List<RestoredState.Difference> restore() throws SQLException {
        try (StandStill still = StandStill.open(run.database())) {
            Set<String> present = new TreeSet<>();
            ChosenItems chosen;
            try (Connection connection = Connector.connect(run.database())) {
                for (Definition definition : Definitions.readInOwnTransaction(connection)) {
                    present.add(definition.object());
                }
                chosen = ChosenItems.of(run.manifest().selection(), present);
                requireNoDefaultPrivileges(connection, chosen);
            }
            BorderKeys border = BorderKeys.of(chosen, present);
            run.restore(new Restoration(
                    Optional.of(border.others()),
                    !run.alone(),
                    run.alone() ? run.order().jobs() : 1));
            if (run.alone()
                    || run.manifest().schema().equals(Optional.of("public"))
                    || chosen.added().contains("schema public")) {
                run.publicSchema();
            }
            Set<String> without = new TreeSet<>(border.make(run));
            for (ChosenItems.LeftOut left : chosen.leftOut()) {
                left.item().object().or(left.item()::attached).ifPresent(without::add);
            }
            for (ArchiveItem item : run.manifest().selection()) {
                if (!item.own()
                        && item.object().filter(chosen.added()::contains).isEmpty()) {
                    item.object().ifPresent(without::add);
                }
            }
            List<RestoredState.Difference> differences =
                    new RestoredState(run.database(), run.listener()).differences(run.manifest(), without, run.notes());
            still.requireHeld();
            tell(chosen);
            return differences;
        }
    }

    /** What the role that restores gives to others of all that it makes would be on top of what the backup says. */
    private void requireNoDefaultPrivileges(Connection connection, ChosenItems chosen) throws SQLException {
        List<String> made = new ArrayList<>();
        for (ArchiveItem item : chosen.items()) {
            item.object().ifPresent(made::add);
        }
        for (DefaultPrivilege privilege : DefaultPrivilege.read(connection)) {
            Optional<String> object =
                    made.stream().filter(one -> isGiven(privilege, one)).findFirst();
            if (object.isPresent()) {
                throw new GoalStoppedException("Nothing was restored: role "
                        + connection.getMetaData().getUserName()
                        + " has default privileges"
                        + privilege.schema().map(name -> " in schema " + name).orElse("")
                        + ", so that others than the backup says could use what it makes, such as " + object.get()
                        + ". Restore as another role (schema.user); or take them back for as long as it takes, with ALTER"
                        + " DEFAULT PRIVILEGES (see \\ddp in psql).");
            }
        }
    }

    private static boolean isGiven(DefaultPrivilege privilege, String object) {
        Optional<String> kind = MADE.getOrDefault(privilege.type(), List.of()).stream()
                .filter(object::startsWith)
                .findFirst();
        // What an extension makes is made by the role, too.
        return privilege.schema().isEmpty()
                ? kind.isPresent() || object.startsWith("extension ")
                : kind.isPresent()
                        && object.startsWith(
                                Identifier.of(privilege.schema().get()).sql() + ".",
                                kind.get().length());
    }

    private void tell(ChosenItems chosen) {
        for (ChosenItems.LeftOut left : chosen.leftOut()) {
            if (left.item().object().isPresent()) {
                run.notes().accept("Left out: " + left + ", which is not in this database");
            }
            left.item()
                    .attached()
                    .filter(table -> !left.missing().contains(table))
                    .ifPresent(table -> run.notes()
                            .accept("A table by itself now: " + table + ", since " + String.join(", ", left.missing())
                                    + ", of which it was a partition, is not in this database"));
        }
        for (String object : chosen.added()) {
            run.notes()
                    .accept("Made besides, since the schema needs it: " + object
                            + (object.startsWith("sequence ") ? ", which begins anew" : ""));
        }
        if (run.manifest().largeObjects() > 0) {
            run.notes()
                    .accept("Left out: " + Words.count(run.manifest().largeObjects(), "large object")
                            + " of the database, which are in no schema: a backup of the whole database has them");
        }
    }
}
