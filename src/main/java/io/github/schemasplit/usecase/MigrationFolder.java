package io.github.schemasplit.usecase;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.render.RenderedFile;
import io.github.schemasplit.render.ScriptContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a tool's migrations: nothing is written over but what was written before and has not run. */
final class MigrationFolder {
    private static final String MADE_BY_US = "Made by schema-maven-plugin";

    /** What a script moves, wherever to: the statement up to the target, within a string of Liquibase's too. */
    private static final Pattern MOVE = Pattern.compile("(?m)(?:^|EXECUTE E')(ALTER .+?) SET SCHEMA ");

    private final MigrationTool tool;
    private final Map<String, Path> files = new TreeMap<>();

    /** @throws GoalFailedException when the folder cannot be read */
    MigrationFolder(MigrationTool tool) {
        this.tool = tool;
        if (!Files.isDirectory(tool.directory())) {
            return;
        }
        try (Stream<Path> found = Files.walk(tool.directory(), tool.looksBelow() ? Integer.MAX_VALUE : 1)) {
            found.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> files.putIfAbsent(file.getFileName().toString(), file));
        } catch (IOException e) {
            throw unreadable(tool.directory(), e);
        }
    }

    private GoalFailedException unreadable(Path path, IOException cause) {
        return new GoalFailedException(
                "the folder of migrations, " + tool.directory() + ", cannot be read: " + path + ": "
                        + cause.getMessage() + "; name another one with " + tool.property(),
                cause);
    }

    /**
     * Writes a plan as a migration.
     *
     * @param history which migrations were applied; where no history tells, a migration of ours has run when nothing that it moves is
     *     still to be moved
     * @throws GoalStoppedException when that cannot be told, or when one has not run and would run before others that have
     * @throws GoalFailedException when a file cannot be read or written
     */
    List<WrittenFile> write(Plan plan, ScriptContext context, Optional<List<String>> history) {
        List<String> names = List.copyOf(files.keySet());
        String wanted = tool.files(plan, context, names, List.of()).get(0).content();
        List<String> applied = new ArrayList<>(history.orElse(List.of()));
        List<String> pending = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String key = tool.isOurs(file.getKey()) ? tool.key(file.getKey()) : "";
            if (key.isEmpty() || applied.contains(key)) {
                continue;
            }
            if (hasRun(file.getValue(), wanted, history.isPresent())) {
                applied.add(key);
            } else {
                pending.add(file.getKey());
            }
        }
        List<RenderedFile> rendered = tool.files(plan, context, names, applied);
        pending.remove(rendered.get(0).name());
        if (!pending.isEmpty()) {
            throw new GoalStoppedException(
                    files.get(pending.get(0))
                            + " was written before and has not run, and would run before migrations that have: delete it, and generate again");
        }
        Path before = files.get(rendered.get(0).name());
        OutputDirectory output =
                new OutputDirectory(before == null ? tool.directory() : before.getParent(), tool.property());
        return rendered.stream()
                .map(file -> output.write(file.name(), file.content()))
                .toList();
    }

    /** Whether a file with the name of one of ours is to be left alone: it is somebody else's, or has run. */
    private boolean hasRun(Path file, String wanted, boolean isKnown) {
        String content;
        try {
            content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!content.contains(MADE_BY_US)) {
            return true;
        }
        if (isKnown || content.equals(wanted)) {
            return false;
        }
        Set<String> moves = moves(content);
        Set<String> left = new HashSet<>(moves);
        left.retainAll(moves(wanted));
        if (moves.isEmpty() || !left.isEmpty() && left.size() < moves.size()) {
            throw new GoalStoppedException(
                    file + " was written for another plan, and no history of migrations tells whether it has run:"
                            + " delete it where it has run nowhere; else generate from a database in which it has run");
        }
        return left.isEmpty();
    }

    private static Set<String> moves(String script) {
        Set<String> moves = new HashSet<>();
        Matcher move = MOVE.matcher(script);
        while (move.find()) {
            moves.add(move.group(1));
        }
        return moves;
    }
}
