package io.github.schemasplit.usecase;

import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.proposal.Proposal;
import io.github.schemasplit.report.ProposalConsole;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RandIndex;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema:init} proposes, and that the other goals take it. */
class InitTest {
    @TempDir
    private Path output;

    @PostgresTest
    void theSampleIsPartedMuchAsTheGuideDoes(@Sample TestDatabase database) throws IOException {
        Map<String, String> guide = places(SampleDatabase.mapping().mapping().orElseThrow());
        for (List<String> wanted : List.of(
                List.<String>of(),
                List.of("5"),
                List.of("ecommerce", "saas_platform", "banking_services", "ai_services", "shared_services"))) {
            Proposal proposal = init(database, wanted, "m" + wanted.size() + ".yml");
            System.out.println(Files.readString(output.resolve("m" + wanted.size() + ".yml")));
            ProposalConsole.lines(proposal).forEach(System.out::println);
            System.out.println("ARI " + RandIndex.adjusted(places(proposal), guide));
        }
    }

    private static Map<String, String> places(Proposal proposal) {
        Map<String, String> places = new HashMap<>();
        proposal.schemas()
                .forEach(schema -> schema.tables()
                        .forEach(table ->
                                places.put(table.name().value(), schema.name().value())));
        return places;
    }

    private static Map<String, String> places(Mapping mapping) {
        Map<String, String> places = new HashMap<>();
        mapping.targets()
                .forEach(target -> target.entries(EntryKind.TABLES)
                        .forEach(entry -> places.put(
                                entry.value().exactName(), target.name().value().value())));
        return places;
    }

    private Proposal init(TestDatabase database, List<String> schemas, String file) {
        return new Init(Goals.on(database, output).workplace(), ChangeListener.NONE)
                .run(new InitOrder(Identifier.of("public"), schemas, output.resolve(file), file, false));
    }
}
