package io.github.schemasplit.mojo;

import io.github.schemasplit.notice.NoticeFile;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.notice.NoticeReceiver;
import io.github.schemasplit.notice.NoticeTemplate;
import io.github.schemasplit.notice.Webhook;
import io.github.schemasplit.usecase.Conduct;
import io.github.schemasplit.usecase.NotifyChannel;
import io.github.schemasplit.usecase.OpeningHours;
import io.github.schemasplit.usecase.Workplace;
import io.github.schemasplit.window.ChangeWindow;
import io.github.schemasplit.window.WindowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What goes along with a change, as the user set it: its window, its notices, and how long the journal holds what a rollback needs. */
final class ConductOptions {
    private static final String ALWAYS = "always";

    private final Optional<ChangeWindow> window;
    private final List<NoticeReceiver> receivers;
    private final boolean inDatabase;
    private final Path backups;
    private final Optional<Duration> keepFor;
    private final boolean observes;

    private ConductOptions(
            Optional<ChangeWindow> window,
            List<NoticeReceiver> receivers,
            boolean inDatabase,
            Path backups,
            Optional<Duration> keepFor,
            boolean observes) {
        this.window = window;
        this.receivers = receivers;
        this.inDatabase = inDatabase;
        this.backups = backups;
        this.keepFor = keepFor;
        this.observes = observes;
    }

    /** What the POM says. */
    record Configured(
            @Nullable PlexusConfiguration webhook,
            @Nullable String template,
            @Nullable String file,
            boolean inDatabase,
            @Nullable String keepFor,
            boolean observes) {}

    /** What becomes of a value of a notice, or of {@code schema.keepFor}, that is none. */
    @FunctionalInterface
    interface Broken {
        /** The goal stops, before anything is done. */
        Broken STOPS = problem -> {
            throw problem;
        };

        /** The goal goes on without the value, which is a warning. */
        static Broken warns(Consumer<String> warnings) {
            return problem -> warnings.accept(problem.getMessage()
                    + (problem.getMessage().endsWith(".") ? "" : ".") + " The goal goes on without it.");
        }

        /** Takes it; the goal goes on without the value unless it throws it. */
        void take(MojoExecutionException problem) throws MojoExecutionException;
    }

    /** A value, if the user set it. */
    @FunctionalInterface
    private interface Reading<T> {
        Optional<T> read() throws MojoExecutionException;
    }

    /**
     * Reads what the user set, before anything is done.
     *
     * @param window the window's text; empty for a goal that may be run at any time
     * @param backups where {@code schema:backup} writes
     * @param resolve finds the user's files
     * @param broken takes what is not what it must be, but for the window
     * @throws MojoExecutionException when a value is not what it must be
     */
    static ConductOptions of(
            Options options,
            Optional<String> window,
            Configured configured,
            Path backups,
            Function<String, Path> resolve,
            Broken broken)
            throws MojoExecutionException {
        List<NoticeReceiver> receivers = new ArrayList<>();
        Optional<Webhook> webhook = read(broken, () -> webhook(options, configured, resolve));
        if (webhook.isPresent()) {
            receivers.add(webhook.get());
        }
        Optional<NoticeFile> file =
                read(broken, () -> file(options.text(Property.NOTICE_FILE, configured.file()), resolve));
        if (file.isPresent()) {
            receivers.add(file.get());
        }
        return new ConductOptions(
                window(window),
                receivers,
                options.flag(Property.NOTICE_NOTIFY, configured.inDatabase()),
                backups,
                read(broken, () -> keepFor(options.text(Property.KEEP_FOR, configured.keepFor()))),
                options.flag(Property.OBSERVE, configured.observes()));
    }

    private static <T> Optional<T> read(Broken broken, Reading<T> reading) throws MojoExecutionException {
        try {
            return reading.read();
        } catch (MojoExecutionException e) {
            broken.take(e);
            return Optional.empty();
        }
    }

    /** Less than a day is a slip of the pen, such as a number without its unit. */
    private static Optional<Duration> keepFor(Optional<String> text) throws MojoExecutionException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Duration time = Durations.parse(Property.KEEP_FOR, text.get());
        if (time.compareTo(Duration.ofDays(1)) < 0) {
            throw new MojoExecutionException(Property.KEEP_FOR + " is '" + text.get()
                    + "', which is less than a day: nothing could be taken back any more. Write it in days, as 90d.");
        }
        return Optional.of(time);
    }

    private static Optional<ChangeWindow> window(Optional<String> text) throws MojoExecutionException {
        if (text.isEmpty() || text.get().strip().equals(ALWAYS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ChangeWindow.parse(text.get()));
        } catch (WindowException e) {
            throw new MojoExecutionException(Property.WINDOW + " is no window: " + e.getMessage()
                    + ". Write it as 2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin, or as Sat,Sun 22:00-04:00"
                    + " Europe/Berlin; several with semicolons between them; or " + ALWAYS + ".");
        }
    }

    private static Optional<Webhook> webhook(Options options, Configured configured, Function<String, Path> resolve)
            throws MojoExecutionException {
        Optional<String> text = options.text(Property.NOTICE_TEMPLATE, configured.template());
        Optional<String> url = options.evaluated(Property.NOTICE_WEBHOOK, configured.webhook());
        if (url.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        NoticeTemplate template = template(text, resolve);
        try {
            return url.isPresent() ? Optional.of(Webhook.of(url.get(), template)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(Property.NOTICE_WEBHOOK + " " + e.getMessage());
        }
    }

    private static Optional<NoticeFile> file(Optional<String> name, Function<String, Path> resolve)
            throws MojoExecutionException {
        try {
            return name.isPresent() ? Optional.of(new NoticeFile(resolve.apply(name.get()))) : Optional.empty();
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(Property.NOTICE_FILE + " is no name of a file", e);
        }
    }

    private static NoticeTemplate template(Optional<String> text, Function<String, Path> resolve)
            throws MojoExecutionException {
        if (text.isEmpty()) {
            return NoticeTemplate.SLACK;
        }
        String body = text.get().strip();
        if (!body.startsWith("{") && !body.startsWith("[")) {
            try {
                body = Files.readString(resolve.apply(body));
            } catch (IOException | InvalidPathException e) {
                throw new MojoExecutionException(
                        Property.NOTICE_TEMPLATE + " is neither JSON nor a file that can be read, " + body, e);
            }
        }
        try {
            return NoticeTemplate.parse(body);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(Property.NOTICE_TEMPLATE + " " + e.getMessage());
        }
    }

    /** When a change may be made there: always, where nobody else uses the database. */
    OpeningHours hours(Workplace workplace) {
        return window.isPresent() && !workplace.disposable()
                ? OpeningHours.of(window.get(), InstantSource.system())
                : OpeningHours.ALWAYS;
    }

    /** How long the journal holds what a rollback needs; for ever where it is empty. */
    Optional<Duration> keepFor() {
        return keepFor;
    }

    /**
     * What goes along with a change.
     *
     * @param kind what is told once it is done
     */
    Conduct conduct(String goal, NoticeKind kind, Workplace workplace) {
        List<NoticeReceiver> all = new ArrayList<>(receivers);
        if (inDatabase) {
            all.add(new NotifyChannel(workplace));
        }
        return new Conduct(
                workplace,
                new Conduct.Terms(
                        goal, kind, hours(workplace), all, backups, keepFor, observes && !workplace.disposable()),
                InstantSource.system());
    }
}
