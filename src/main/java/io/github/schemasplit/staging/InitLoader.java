package io.github.schemasplit.staging;

import io.github.schemasplit.sqltext.ScriptStatement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Runs init scripts on a database, in order.
 *
 * <p>Each file is one transaction, unless it holds a statement that cannot run in one, or begins and ends transactions itself:
 * then its statements run one by one. After each file the session is as new, so that no setting ({@code search_path = ''} of a
 * dump, a role) reaches the next one.
 */
public final class InitLoader {
    private final Connection connection;

    private InitLoader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads all {@code files}, then runs them.
     *
     * @param connection to the database, of a role that may do what the scripts do; auto-commit is on before and after
     * @throws InitScriptException at the first file that cannot be read or run; of that file nothing stays unless it had to
     *     run without a transaction
     * @throws SQLException when the connection breaks between files
     */
    public static void load(Connection connection, List<Path> files) throws SQLException {
        run(connection, files.stream().map(InitFile::read).toList());
    }

    /**
     * Gives a preset to a new database of a new server: its roles are the server's.
     *
     * @param connection of the superuser; the settings that roles begin their sessions with hold for connections made afterwards
     * @throws SQLException when the connection breaks
     */
    public static void load(Connection connection, InitPreset preset) throws SQLException {
        run(
                connection,
                preset.scripts().stream()
                        .map(script -> InitFile.of(Path.of(script), InitPreset.content(script)))
                        .toList());
    }

    private static void run(Connection connection, List<InitFile> files) throws SQLException {
        InitLoader loader = new InitLoader(connection);
        for (InitFile file : files) {
            loader.run(file);
        }
    }

    private void run(InitFile file) throws SQLException {
        boolean oneTransaction = file.fitsOneTransaction();
        connection.setAutoCommit(!oneTransaction);
        try {
            for (ScriptStatement statement : file.statements()) {
                run(file, statement);
            }
            finish(file, oneTransaction);
        } finally {
            endTransaction();
        }
        try (Statement reset = connection.createStatement()) {
            reset.execute("DISCARD ALL");
        }
    }

    private void run(InitFile file, ScriptStatement statement) {
        try {
            if (statement.copyData().isPresent()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                statement.text(),
                                new StringReader(statement.copyData().get()));
            } else {
                execute(statement.text());
            }
        } catch (SQLException e) {
            ServerComplaint complaint = ServerComplaint.of(e);
            throw InitScriptException.at(
                    file.path(), complaint.lineIn(statement), complaint.text(), StatementHead.of(statement.text()), e);
        } catch (IOException e) {
            throw InitScriptException.at(file.path(), statement.line(), "the rows could not be sent", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.setEscapeProcessing(false);
            run.execute(sql);
        }
    }

    private void finish(InitFile file, boolean oneTransaction) {
        int lastLine = file.statements().isEmpty()
                ? 1
                : file.statements().get(file.statements().size() - 1).line();
        try {
            if (oneTransaction) {
                connection.commit();
            } else if (isInTransaction()) {
                throw InitScriptException.at(
                        file.path(), lastLine, "the file begins a transaction and does not end it: add COMMIT");
            }
        } catch (SQLException e) {
            throw InitScriptException.at(
                    file.path(),
                    lastLine,
                    "at the end of the file: " + ServerComplaint.of(e).text(),
                    e);
        }
    }

    private boolean isInTransaction() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private void endTransaction() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        if (connection.getAutoCommit()) {
            if (isInTransaction()) {
                execute("ROLLBACK");
            }
        } else {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
