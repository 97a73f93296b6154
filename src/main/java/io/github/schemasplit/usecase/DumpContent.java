package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Copier;
import io.github.schemasplit.backup.CopierFinder;
import io.github.schemasplit.backup.NoClientProgramsException;
import io.github.schemasplit.backup.ProgramFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dump of the database. Its rows stay where they are unless they are asked for; those of the journal come along, since the goals need
 * them.
 *
 * @param copiers finds what dumps and restores
 * @param source where the database is
 * @param data whether its rows are copied
 */
public record DumpContent(CopierFinder copiers, Workplace source, boolean data) implements CopyContent {
    @Override
    public String describe() {
        return data ? "a dump with all rows" : "a dump without rows";
    }

    @Override
    public boolean makesRoles() {
        return false;
    }

    @Override
    public boolean names(Identifier role) {
        return false;
    }

    @Override
    public List<String> fill(ConnectionSettings copy, int major) {
        try (DumpDirectory directory = DumpDirectory.create()) {
            return fill(copiers.find(major), copy, directory.path());
        } catch (NoClientProgramsException e) {
            throw new GoalStoppedException(
                    "The database cannot be copied. " + e.getMessage() + " To copy it, " + e.remedy()
                            + "; or fill the copy by your scripts, with schema.rehearse.from=init and schema.init.");
        } catch (ProgramFailedException e) {
            throw new GoalStoppedException("The database cannot be copied: " + e.getMessage());
        }
    }

    private List<String> fill(Copier copier, ConnectionSettings copy, Path directory) {
        Path all = directory.resolve("all.dump");
        copier.dump(source.database(), data, all, line -> {});
        List<String> refused = new ArrayList<>(copier.restore(all, copy, line -> {}));
        boolean journalled = Session.run(
                source,
                false,
                ChangeListener.NONE,
                connection -> source.journal(connection).requireUsableIfExists());
        if (journalled && !data) {
            Path journal = directory.resolve("journal.dump");
            copier.dumpRows(source.database(), source.journalSchema(), journal);
            refused.addAll(copier.restore(journal, copy, line -> {}));
        }
        return refused;
    }
}
