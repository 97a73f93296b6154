package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys between two tables that an API serves in one schema, and that come to be in two: it embeds the rows of one in those of the
 * other only as long as one schema has both.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/resource_embedding.html">Resource embedding</a>
 */
final class ApiEmbeddingRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        RestApi api = RestApi.of(assignment);
        List<Finding> findings = new ArrayList<>();
        if (api.servers().isEmpty() || assignment.moves().isEmpty()) {
            return findings;
        }
        List<ForeignKey> keys = ForeignKeyList.of(assignment).foreignKeys();
        for (ApiServer server : api.servers()) {
            List<Identifier> served = api.served(server);
            List<String> ending = keys.stream()
                    .filter(key -> key.crossesSchemas()
                            && key.from().schema().equals(key.to().schema())
                            && served.contains(key.from().schema()))
                    .map(key -> key.from() + " → " + key.to() + " by " + key.name())
                    .toList();
            if (!ending.isEmpty()) {
                findings.add(Finding.of(
                        FindingCode.API_EMBEDDING_ENDS,
                        Severity.WARNING,
                        server.role().describe(),
                        "the API that connects as it embeds tables in each other within one schema, and "
                                + Words.count(ending.size(), "foreign key") + " will run between two: "
                                + String.join(", ", ending),
                        "map such tables to one schema; or make in the schema of the one a function that takes a row of it and"
                                + " returns those of the other, which the API takes for a relationship where it serves both."
                                + " Through views under the old names it goes on as long as these are there"));
            }
        }
        return findings;
    }
}
