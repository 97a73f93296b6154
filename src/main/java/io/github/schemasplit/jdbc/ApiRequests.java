package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes requests as PostgREST makes them, each in a transaction that is taken back: with the {@code search_path} of the schema that the
 * request is for, with the settings of the role that the caller becomes, as this role, and with the claims of his token, as one JSON and, as
 * versions before 10 did it, one by one. Statements name tables with their schema. Only {@code session_user} is another one.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/transactions.html">Transactions of PostgREST</a>
 */
public final class ApiRequests {
    private static final String ROLE = "role";
    private static final String CLAIMS = "request.jwt.claims";
    private static final String CLAIM = "request.jwt.claim.";
    private static final String READ_ONLY = "transaction_read_only";

    /**
     * What the server refuses for lack of rights: who may not look into a schema is told that what is in it is not there. And what it
     * refuses before it looks at rights, to write what can not be written, in words that differ between a view and what it stands for.
     */
    private static final Set<String> REFUSALS = Set.of("42501", "42P01", "0A000", "42809", "55000");

    private final Connection connection;
    private final List<Identifier> extraPath;

    /**
     * @param connection of a superuser, who may become anybody; auto-commit is on before and after
     * @param extraPath the schemas of {@code db-extra-search-path}
     */
    public ApiRequests(Connection connection, Collection<Identifier> extraPath) {
        this.connection = connection;
        this.extraPath = List.copyOf(extraPath);
    }

    /** What all callers are answered who ask everything of all tables. */
    public ApiAnswers answers(Collection<ApiCaller> callers, Collection<ApiTable> tables) throws SQLException {
        SortedMap<QualifiedName, SortedMap<String, String>> answers = new TreeMap<>();
        tables.forEach(table -> answers.put(table.called(), new TreeMap<>()));
        try (Attempts attempts = Attempts.on(connection)) {
            for (ApiCaller caller : callers) {
                Map<String, String> identity = identity(caller);
                for (ApiTable table : tables) {
                    Map<String, String> settings = new LinkedHashMap<>();
                    settings.put("search_path", path(table).sql());
                    settings.putAll(identity);
                    SortedMap<String, String> ofTable = answers.get(table.called());
                    ask(attempts, caller, table, false, settings, ofTable);
                    settings.put(READ_ONLY, "on");
                    ask(attempts, caller, table, true, settings, ofTable);
                }
            }
        }
        return new ApiAnswers(answers);
    }

    private static void ask(
            Attempts attempts,
            ApiCaller caller,
            ApiTable table,
            boolean readOnly,
            Map<String, String> settings,
            SortedMap<String, String> answers)
            throws SQLException {
        List<ApiRequest> requests = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (ApiRequest request : ApiRequest.values()) {
            if (request.isReadOnly() == readOnly) {
                request.on(table).ifPresent(statement -> {
                    requests.add(request);
                    statements.add(statement.sql());
                });
            }
        }
        List<String> outcomes = attempts.outcomes(settings, statements);
        for (int i = 0; i < requests.size(); i++) {
            String outcome = outcomes.get(i);
            answers.put(
                    caller + ", " + requests.get(i).description(),
                    REFUSALS.contains(outcome) ? ApiAnswers.REFUSED : outcome);
        }
    }

    private SearchPath path(ApiTable table) {
        List<Identifier> schemas = new ArrayList<>(List.of(table.name().schema()));
        extraPath.stream().filter(schema -> !schemas.contains(schema)).forEach(schemas::add);
        return new SearchPath(schemas);
    }

    /** What PostgREST sets for a caller, in its order. */
    private Map<String, String> identity(ApiCaller caller) throws SQLException {
        Map<String, String> settings =
                new LinkedHashMap<>(pairs("api-settings", caller.role().value()));
        settings.put(ROLE, caller.role().value());
        settings.put(CLAIMS, caller.claims());
        if (!caller.claims().isEmpty()) {
            pairs("api-claims", caller.claims()).forEach((claim, value) -> settings.put(CLAIM + claim, value));
        }
        return settings;
    }

    private Map<String, String> pairs(String query, String parameter) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        String sql = new CatalogQuery(query).sql(connection.getMetaData().getDatabaseMajorVersion());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    pairs.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return pairs;
    }
}
