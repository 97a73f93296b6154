package io.github.schemasplit.usecase;

import io.github.schemasplit.sqltext.ScriptException;
import io.github.schemasplit.sqltext.ScriptSplitter;
import io.github.schemasplit.sqltext.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What clients do while a copy is migrated.
 *
 * @param statements the statements that each of them runs again and again, in order
 * @param clients how many there are
 */
public record LoadScript(List<String> statements, int clients) {
    public LoadScript {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a script in UTF-8.
     *
     * @throws GoalStoppedException when there is none in the file
     */
    public static LoadScript read(Path file, int clients) {
        try {
            List<ScriptStatement> statements = ScriptSplitter.split(Files.readString(file));
            if (statements.isEmpty()) {
                throw new GoalStoppedException(file + ", which schema.rehearse.load names, has no statement.");
            }
            for (ScriptStatement statement : statements) {
                if (statement.copyData().isPresent()) {
                    throw new GoalStoppedException(file + ":" + statement.line()
                            + ": COPY … FROM stdin does not work in schema.rehearse.load. Write INSERT instead.");
                }
            }
            return new LoadScript(statements.stream().map(ScriptStatement::text).toList(), clients);
        } catch (ScriptException e) {
            throw new GoalStoppedException(file + ":" + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new GoalStoppedException(file + ", which schema.rehearse.load names, cannot be read (" + e
                    + "). Name a file of SQL in UTF-8.");
        }
    }
}
