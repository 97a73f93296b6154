package io.github.schemasplit.sqltext.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script that Node.js runs, which answers each line with a line. Where npm is, so is Node.js, and it compiles WebAssembly:
 * what is interpreted in Java's machine, since a method has its limits there, takes fifty times as long.
 *
 * <p>It starts with the first question and ends with this machine, and where it failed, the next question starts it again.
 */
final class NodeProgram {
    /** In kB: what is nested deeply needs more than there is by default. */
    private static final int STACK = 6_000;

    private final List<String> command;
    private @Nullable Process running;
    private @Nullable BufferedReader answers;

    /**
     * A program that is not started yet.
     *
     * @param script the resource that is the script
     * @param arguments what it is told
     */
    NodeProgram(String script, List<String> arguments) {
        this.command = new ArrayList<>(List.of("node", "--stack-size=" + STACK, "-e", text(script)));
        command.addAll(arguments);
    }

    private static String text(String script) {
        try (InputStream in = NodeProgram.class.getResourceAsStream(script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What it answers to a question, which is a line.
     *
     * @throws IllegalStateException if it ends instead
     */
    synchronized String answer(String question) {
        try {
            Process node = running();
            node.getOutputStream().write((question + '\n').getBytes(StandardCharsets.UTF_8));
            node.getOutputStream().flush();
            String answer = answers.readLine();
            if (answer != null) {
                return answer;
            }
            running = null;
            throw new IllegalStateException("the parser ended with " + node.waitFor());
        } catch (IOException e) {
            running = null;
            throw new UncheckedIOException("the parser takes no question", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the parser ended", e);
        }
    }

    private Process running() throws IOException {
        if (running == null) {
            running = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = running.inputReader(StandardCharsets.UTF_8);
        }
        return running;
    }
}
