package io.github.schemasplit.mojo;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What the user set. The command line wins over the POM, also where the POM has a literal value, which Maven prefers. */
final class Options {
    private final MavenSession session;
    private final MojoExecution execution;

    Options(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /**
     * The command line's value, if it has one.
     *
     * @throws MojoExecutionException when it sets the property to nothing, as a variable of a shell does that is not set
     */
    Optional<String> commandLine(String property) throws MojoExecutionException {
        String value = session.getUserProperties().getProperty(property);
        if (value != null && value.isBlank()) {
            throw new MojoExecutionException(property + " is empty on the command line: write -D" + property
                    + "=… with a value, or leave it out");
        }
        return Optional.ofNullable(value);
    }

    Optional<String> text(String property, @Nullable String configured) throws MojoExecutionException {
        Optional<String> commandLine = commandLine(property);
        return commandLine.isPresent() ? commandLine : given(configured);
    }

    /** The same without blanks around it. */
    Optional<String> word(String property, @Nullable String configured) throws MojoExecutionException {
        Optional<String> text = text(property, configured);
        return text.isPresent() ? Optional.of(text.get().strip()) : text;
    }

    boolean flag(String property, boolean configured) {
        String commandLine = session.getUserProperties().getProperty(property);
        // As for Maven's own flags, -Dschema.skip alone is yes.
        return commandLine == null ? configured : commandLine.isEmpty() || Boolean.parseBoolean(commandLine);
    }

    /** One of a few texts; the first of them when nobody sets it. */
    String choice(String property, @Nullable String configured, String... choices) throws MojoExecutionException {
        String text = text(property, configured).orElse(choices[0]);
        if (!List.of(choices).contains(text)) {
            throw new MojoExecutionException(property + " is '" + text + "': write " + String.join(" or ", choices));
        }
        return text;
    }

    List<String> list(String property, @Nullable List<String> configured) throws MojoExecutionException {
        Optional<String> commandLine = commandLine(property);
        if (commandLine.isEmpty()) {
            return configured == null ? List.of() : List.copyOf(configured);
        }
        List<String> items = new ArrayList<>();
        for (String item : commandLine.get().split(",")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return List.copyOf(items);
    }

    /**
     * A value that Maven must not convert, since it prints what it converts under {@code -X}: it comes unevaluated, and is evaluated
     * here.
     */
    Optional<String> evaluated(String property, @Nullable PlexusConfiguration configured)
            throws MojoExecutionException {
        Optional<String> commandLine = commandLine(property);
        if (commandLine.isPresent() || configured == null) {
            return commandLine;
        }
        String expression = configured.getValue(configured.getAttribute("default-value", ""));
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(expression);
            return given(value == null ? null : value.toString());
        } catch (ExpressionEvaluationException e) {
            throw new MojoExecutionException(property + " cannot be evaluated", e);
        }
    }

    /** A file of the POM as its path. */
    static @Nullable String text(@Nullable File file) {
        return file == null ? null : file.getPath();
    }

    private static Optional<String> given(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
