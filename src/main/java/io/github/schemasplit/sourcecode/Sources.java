package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.Constants.Constant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads a tree of sources twice: for the strings that have names, and for what names what moves. One file is in memory for each thread, and
 * of most files nothing is read but their words.
 */
public final class Sources {
    /** Of larger files it is said that they were not looked at. */
    public static final int LARGEST = 10_000_000;

    private final Path root;
    private final SourceFiles files;
    private final MovedNames names;
    private final List<String> includes;
    private final List<String> excludes;
    private final Path reports;

    /**
     * @param root the folder that the sources are in
     * @param includes globs of the files to look at; all where there are none
     * @param excludes globs of the files and folders not to look at
     * @param reports the folder of our own reports, which is not looked into
     */
    public Sources(Path root, MovedNames names, List<String> includes, List<String> excludes, Path reports) {
        this.root = Repository.real(root);
        this.files = new SourceFiles(this.root);
        this.names = names;
        this.includes = List.copyOf(includes);
        this.excludes = List.copyOf(excludes);
        this.reports = Repository.real(reports);
    }

    /**
     * Reads them.
     *
     * @throws IOException when the folder cannot be listed
     */
    public Refactoring read() throws IOException {
        SourceTree tree = SourceTree.of(root, includes, excludes, Set.of(reports));
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Constants constants = new Constants();
            for (List<Constant> each : each(threads, tree.files(), this::constants)) {
                constants.add(each);
            }
            WordFilter telling = telling(constants);
            MigrationOrder order = new MigrationOrder(
                    tree.files(),
                    file -> files.open(file).source().filter(History::isOurs).isPresent());
            NotLookedAt notLookedAt = new NotLookedAt();
            tree.obstacles().forEach((file, why) -> notLookedAt.add(why, file, false));
            List<SourceReference> references = new ArrayList<>();
            List<ReadSource> naming = new ArrayList<>();
            int lookedAt = 0;
            for (Reading reading : each(threads, tree.files(), file -> read(file, constants, telling, order))) {
                references.addAll(reading.references);
                reading.source.ifPresent(naming::add);
                reading.obstacle.ifPresent(why -> notLookedAt.add(why, reading.file, reading.names));
                lookedAt += reading.lookedAt ? 1 : 0;
            }
            references.sort(null);
            return new Refactoring(
                    references, new ReadSources(root, naming), lookedAt, notLookedAt.all(), Repository.wayTo(root));
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * What came of a file.
     *
     * @param obstacle why it was not read, if it should have been
     * @param names whether it holds the name of something that moves
     */
    private record Reading(
            String file,
            boolean lookedAt,
            Optional<String> obstacle,
            boolean names,
            List<SourceReference> references,
            Optional<ReadSource> source) {
        static Reading not(String file, Optional<String> obstacle, boolean names) {
            return new Reading(file, false, obstacle, names, List.of(), Optional.empty());
        }
    }

    private static <T> List<T> each(ExecutorService threads, List<String> files, Function<String, T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (String file : files) {
            futures.add(threads.submit(() -> work.apply(file)));
        }
        List<T> results = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            try {
                results.add(futures.get(i).get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        files.get(i) + " is not understood (" + e.getCause() + "); leave it out with schema.excludes",
                        e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading " + files.get(i), e);
            }
        }
        return results;
    }

    private List<Constant> constants(String file) {
        Optional<Language> language =
                Language.of(file).filter(l -> l.isRead() && l.syntax().isPresent());
        Optional<SourceText> source = language.flatMap(l -> files.open(file).source());
        if (source.isEmpty()) {
            return List.of();
        }
        boolean binds = SupabaseCalls.mayBeIn(source.get());
        if (!binds && !names.mayBeIn(source.get().text()) && !namesSource(source.get())) {
            return List.of();
        }
        Code code = CodeLexer.read(
                source.get(), language.get(), language.get().syntax().get());
        List<Constant> found = new ArrayList<>(ConstantFinder.in(code));
        if (binds) {
            found.addAll(ClientFinder.in(code));
            found.addAll(Wrappers.in(code));
        }
        return found;
    }

    /** Whether a string of it is the name of the schema that is moved from. */
    private boolean namesSource(SourceText source) {
        String schema = names.source().value();
        return source.mentions("\"" + schema + "\"") || source.mentions("'" + schema + "'");
    }

    /** Lets the names of the constants pass that may hold what moves. */
    private WordFilter telling(Constants constants) {
        WordFilter telling = new WordFilter();
        for (Constant constant : constants.all()) {
            if (constant.parts().stream().anyMatch(p -> p.isName() || names.mayBeIn(p.text()))) {
                telling.add(constant.name());
            }
        }
        return telling;
    }

    private Reading read(String file, Constants constants, WordFilter telling, MigrationOrder order) {
        Optional<Language> language = Language.of(file);
        if (language.isEmpty() || language.get().isOfSettings() && History.isForPeople(file)) {
            return Reading.not(file, Optional.empty(), false);
        }
        SourceFiles.Opened opened = files.open(file);
        Optional<SourceText> source = opened.source();
        if (source.isEmpty()) {
            return Reading.not(file, opened.obstacle(), false);
        }
        String text = source.get().text();
        boolean mayName = names.mayBeIn(text);
        if (!language.get().isRead()) {
            return Reading.not(file, Optional.of(language.get().title()), mayName);
        }
        Findings findings = new Findings(source.get(), names.source().value(), History.of(source.get(), order));
        if (mayName || language.get().mayConcern(text) || telling.passes(text)) {
            language.get().read(source.get(), names, constants, findings);
        }
        return new Reading(file, true, Optional.empty(), mayName, findings.references(), findings.file());
    }
}
