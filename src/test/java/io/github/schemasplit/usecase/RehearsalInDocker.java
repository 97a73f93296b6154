package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.CopierFinder;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.report.RehearsalConsole;
import io.github.schemasplit.staging.DockerDatabase;
import io.github.schemasplit.testing.MappingBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A process that rehearses in a container, since what finds Docker is in a process's environment. */
final class RehearsalInDocker {
    private RehearsalInDocker() {}

    /**
     * @param arguments the database's URL, the image, the folder for reports, the script, and the jars of Testcontainers
     */
    public static void main(String[] arguments) {
        List<Path> jars =
                Stream.of(arguments[4].split(File.pathSeparator)).map(Path::of).toList();
        Workplace workplace = new Workplace(
                ConnectionSettings.of(
                        Optional.of(new DatabaseUrl(arguments[0])), Optional.empty(), Optional.empty(), Map.of()),
                false,
                Journal.DEFAULT_SCHEMA,
                Path.of(arguments[2]),
                "1.0-test");
        RehearsalTerms terms = new RehearsalTerms(
                original -> DockerDatabase.start(arguments[1], coordinates -> jars),
                new InitContent(Optional.empty(), List.of(Path.of(arguments[3]))),
                new CopierFinder(new ProgramFinder(Optional.empty(), Optional.empty(), Map.of())),
                Optional.empty(),
                Batching.AUTO,
                Goals.PERSISTENCE);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .compatibility(Compatibility.VIEWS)
                .routineBodies(RoutineBodies.REWRITE);
        Rehearse.Result result = new Rehearse(workplace, terms, ChangeListener.NONE).run(Goals.parsed(mapping.build()));
        RehearsalConsole.lines(result.report().orElseThrow()).forEach(System.out::println);
    }
}
