package io.github.schemasplit.bench;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.LiquibaseRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A plan's statements as a changelog of Liquibase.
 *
 * @param directory the folder that it is in
 * @param split whether Liquibase sends the statements one by one, as it does by default
 */
record LiquibaseChangelog(Path directory, boolean split) {
    private String file() {
        return split ? "split.sql" : "whole.sql";
    }

    void write(Plan plan) throws IOException {
        Files.writeString(
                directory.resolve(file()),
                plan.operations().stream()
                        .map(o -> o.statement().sql() + ";\n")
                        .collect(Collectors.joining(
                                "",
                                "--liquibase formatted sql\n--changeset bench:1 splitStatements:" + split
                                        + "\nSET LOCAL search_path = pg_catalog, pg_temp;\n",
                                // Liquibase keeps its tables in the first schema of the path.
                                "SET LOCAL search_path = public;\n")));
    }

    void update(String url) throws Exception {
        LiquibaseRun.update(url, directory, file());
    }
}
