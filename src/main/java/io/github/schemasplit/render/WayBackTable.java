package io.github.schemasplit.render;

import java.util.List;

/** The two ways back, side by side. */
final class WayBackTable {
    static final List<String> LINES = List.of(
            "| | `mvn schema:rollback` | `mvn schema:restore` |",
            "| --- | --- | --- |",
            "| what it does | takes back the last migration from the journal: its exact inverse, audited before it commits |"
                    + " puts a backup into an empty or new database, checked against its manifest |",
            "| rows written since | kept | lost, from the moment of the backup on |",
            "| how long tables are shut | as in the migration: moments | the application stands still until all rows are"
                    + " loaded, and then connects to the other database |",
            "| what it needs | the journal, for as long as `schema.keepFor` holds it; what others changed since is told,"
                    + " and `schema.force` takes back the rest | the files of `schema:backup` |",
            "| when to take it | the application does not get on with the new schemas | rows were lost or damaged, or the"
                    + " server is gone |");

    private WayBackTable() {}
}
