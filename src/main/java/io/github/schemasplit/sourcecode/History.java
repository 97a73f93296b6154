package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files must not be edited: those that tools have run and remember by a checksum, and those that tools write. */
final class History {
    private static final String RAN =
            "a migration that may have run already is history, and its checksum is kept: write a new one";
    private static final List<Pattern> MIGRATIONS = List.of(
            Pattern.compile("(.*/)?db/(migration|migrate|changelog|migrations)/.*"),
            Pattern.compile("(.*/)?[Mm]igrations/.*"),
            Pattern.compile("(.*/)?migration/[^/]*\\d{4,}[^/]*\\.(sql|ts|js)"),
            Pattern.compile("(.*/)?drizzle/\\d{4}_[^/]*\\.sql"),
            Pattern.compile("(.*/)?(alembic|migrations)/versions/.*\\.py"),
            Pattern.compile("(.*/)?(changelog|changesets?|changelogs)/.*\\.(sql|xml|ya?ml|json)"),
            Pattern.compile("(.*/)?[VUBR]\\d*[\\d._]*__[^/]*\\.(sql|java|kt)"),
            Pattern.compile(
                    "(.*/)?[^/]*(upgrade|upgrader|migrator|migration)[^/]*\\.(sql|java|kt|ts|js)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(.*/)?(db\\.)?changelog[^/]*\\.(sql|xml|ya?ml|json)"));

    /** What classes of migrations are made of: TypeORM's, Doctrine's, Active Record's, Entity Framework's. */
    private static final List<String> CLASSES = List.of(
            "implements migrationinterface",
            "extends abstractmigration",
            "< activerecord::migration",
            "using microsoft.entityframeworkcore.migrations;");

    /** Names of other databases, as a word of a path. */
    private static final Pattern OTHER_DATABASE = Pattern.compile(
            "(.*[/._-])?(h2|hsqldb?|mysql|mariadb|oracle|mssql|sqlserver|sqlite3?|derby|db2|clickhouse|bigquery|snowflake|cassandra)"
                    + "([/._-].*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_PEOPLE = Pattern.compile(
            "(.*/)?(locales?|i18n|lang|langs|translations?|l10n|messages)/.*|(.*/)?messages[^/]*\\.properties");

    /** What the scripts of {@code schema:generate} say in their heads. */
    private static final String OURS = "Made by schema-maven-plugin for database ";

    private static final String LATER =
            "this migration runs after the one that moves it, and finds it at another place";

    private History() {}

    /**
     * What keeps a file from being edited.
     *
     * @param reason why it must not be
     * @param runsLater whether it is a migration that has yet to run where what it names has moved
     */
    record Kept(String reason, boolean runsLater) {
        static Kept alone(String reason) {
            return new Kept(reason, false);
        }
    }

    /** Whether a file holds what is said to people, in their languages. */
    static boolean isForPeople(String path) {
        return FOR_PEOPLE.matcher(path).matches();
    }

    /** Whether a file is a script of {@code schema:generate}. */
    static boolean isOurs(SourceText source) {
        return source.mentions(OURS);
    }

    /** Why a file must not be edited; empty where it may be. */
    static Optional<Kept> of(SourceText source, MigrationOrder order) {
        if (isOurs(source)) {
            return Optional.of(Kept.alone("it is a script of ours, which says where things are before they move"));
        }
        if (order.isLater(source.path())) {
            return Optional.of(new Kept(LATER, true));
        }
        return why(source).map(Kept::alone);
    }

    private static Optional<String> why(SourceText source) {
        if (MIGRATIONS.stream().anyMatch(p -> p.matcher(source.path()).matches())) {
            return Optional.of(RAN);
        }
        if (source.path().endsWith(".sql")
                && OTHER_DATABASE.matcher(source.path()).matches()) {
            return Optional.of("by its name the file is for another database");
        }
        String head = source.text()
                .substring(0, Math.min(source.text().length(), 2_000))
                .toLowerCase(Locale.ROOT);
        if (head.stripLeading().startsWith("--liquibase formatted sql") || head.contains("<databasechangelog")) {
            return Optional.of(RAN);
        }
        if (CLASSES.stream().anyMatch(head::contains)) {
            return Optional.of(RAN);
        }
        return isGenerated(head, source.text())
                ? Optional.of("the file is generated from the database: generate it again after the move")
                : Optional.empty();
    }

    private static boolean isGenerated(String head, String text) {
        boolean types = text.contains("export type Database = {") || text.contains("export interface Database {");
        return types && text.contains("Tables: {")
                || head.contains("do not edit") && (head.contains("generated") || head.contains("@generated"));
    }
}
