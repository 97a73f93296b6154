package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.DumpFormat;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Backups of test databases, and restores, with the machine's own programs. */
final class Backups {
    static final ProgramFinder PROGRAMS = new ProgramFinder(Optional.empty(), Optional.empty(), System.getenv());

    private Backups() {}

    /** Skips the test with a printed reason where no {@code pg_dump} dumps the server. */
    static void require(TestDatabase database) {
        ClientProgram.dumpOf(database.server());
    }

    static Backup.Made whole(TestDatabase database, Path directory) {
        return of(database, BackupOrder.whole(directory, true)).get(0);
    }

    static List<Backup.Made> schemas(TestDatabase database, Path directory, String... schemas) {
        return of(database, new BackupOrder(directory, true, List.of(schemas), DumpFormat.CUSTOM, 1));
    }

    static List<Backup.Made> of(TestDatabase database, BackupOrder order) {
        return new Backup(workplace(database), PROGRAMS, order, ChangeListener.NONE).run();
    }

    static Restore.Result restore(TestDatabase database, Path manifest) {
        return restore(workplace(database), manifest, Optional.empty());
    }

    static Restore.Result restore(Workplace workplace, Path manifest, Optional<String> over) {
        return new Restore(workplace, PROGRAMS, new RestoreOrder(manifest, over), ChangeListener.NONE).run();
    }

    static Workplace workplace(TestDatabase database) {
        return Goals.on(database, Path.of("target")).workplace();
    }

    /**
     * Restores, and looks what is so while a table is worked at.
     *
     * @return what is told in the end
     */
    static List<String> restore(TestDatabase database, RestoreOrder order, Consumer<Event.AtTable> looking) {
        return new Restore(workplace(database), PROGRAMS, order, event -> {
                    if (event instanceof Event.AtTable at) {
                        looking.accept(at);
                    }
                })
                .run()
                .notes();
    }
}
