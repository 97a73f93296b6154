package io.github.schemasplit.mojo;

import io.github.schemasplit.backup.DumpFormat;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.usecase.BackupOrder;
import io.github.schemasplit.usecase.BackupPolicy;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What is backed up, where and with what, as the user set it.
 *
 * @param options what the user set
 * @param base what paths are relative to
 */
record BackupOptions(Options options, Path base) {
    private static final String VERIFIED = "verified:";

    /** The finder of PostgreSQL's programs. */
    ProgramFinder programs(@Nullable File binaries, @Nullable String container) throws MojoExecutionException {
        return new ProgramFinder(
                path(Property.PG_BINARIES, binaries), options.text(Property.PG_CONTAINER, container), System.getenv());
    }

    Optional<Path> path(String property, @Nullable File configured) throws MojoExecutionException {
        Optional<String> text = options.text(property, configured == null ? null : configured.getPath());
        return text.isPresent() ? Optional.of(resolve(text.get())) : Optional.empty();
    }

    private Path resolve(String path) {
        return base.resolve(path).normalize();
    }

    /**
     * @param directory where backups are
     * @throws MojoExecutionException when a value is not what it must be
     */
    BackupOrder order(
            Path directory,
            @Nullable String content,
            @Nullable List<String> schemas,
            @Nullable String format,
            @Nullable String jobs)
            throws MojoExecutionException {
        boolean custom = options.choice(Property.BACKUP_FORMAT, format, "custom", "directory")
                .equals("custom");
        return new BackupOrder(
                directory,
                options.choice(Property.BACKUP_CONTENT, content, "full", "schema-only")
                        .equals("full"),
                options.list(Property.BACKUP_SCHEMAS, schemas),
                custom ? DumpFormat.CUSTOM : DumpFormat.DIRECTORY,
                jobs(jobs, custom));
    }

    private int jobs(@Nullable String configured, boolean custom) throws MojoExecutionException {
        int jobs = jobs(Property.BACKUP_JOBS, configured);
        if (custom && jobs > 1) {
            throw new MojoExecutionException(Property.BACKUP_JOBS + " is " + jobs
                    + ", and several processes dump in the directory format alone: set " + Property.BACKUP_FORMAT
                    + "=directory.");
        }
        return jobs;
    }

    /** A number of processes. */
    int jobs(String property, @Nullable String configured) throws MojoExecutionException {
        String text = options.text(property, configured).orElse("1").strip();
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new MojoExecutionException(
                    property + " is '" + text + "'. Write a number of processes from 1 to 999, such as 4.");
        }
        return Integer.parseInt(text);
    }

    /**
     * What backup a migration needs.
     *
     * @param disposable whether the database is the embedded one
     * @throws MojoExecutionException when the value is not what it must be
     */
    BackupPolicy policy(@Nullable String configured, boolean disposable, ProgramFinder programs, BackupOrder order)
            throws MojoExecutionException {
        String text = options.word(Property.BACKUP, configured).orElse(disposable ? "none" : "full");
        if (text.startsWith(VERIFIED) && text.length() > VERIFIED.length()) {
            return new BackupPolicy.Verified(resolve(text.substring(VERIFIED.length())));
        }
        return switch (text) {
            case "none" -> BackupPolicy.NONE;
            case "full", "schema-only" ->
                new BackupPolicy.Make(
                        programs,
                        new BackupOrder(
                                order.directory(), text.equals("full"), List.of(), order.format(), order.jobs()));
            default ->
                throw new MojoExecutionException(Property.BACKUP + " is '" + text
                        + "'. Write full, schema-only, none, or verified: with the manifest of a backup.");
        };
    }
}
