package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.usecase.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log and terminal are the same stream, as for a person who looks at it. */
class ProgressConsoleTest {
    private static final Event BUSY = new Event.Busy(1, Duration.ofMillis(201), "locked", Duration.ofMillis(90));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final PrintWriter terminal = new PrintWriter(screen, false, StandardCharsets.UTF_8);
    private final AtomicLong now = new AtomicLong();
    private final Log log = new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
            screen.print("[INFO] " + content + "\n");
        }

        @Override
        public void warn(CharSequence content) {
            screen.print("[WARN] " + content + "\n");
        }
    };

    @Test
    void aSlowPhaseYieldsALineEveryTenSeconds() {
        ProgressConsole console = new ProgressConsole(log, new Heartbeat(log::info), now::get);
        console.on(Event.Phase.READING);
        passSeconds(console, 25);
        assertThat(screen()).isEqualTo("""
                [INFO] Still reading the catalog, 10 s
                [INFO] Still reading the catalog, 20 s
                """);
        // What comes next has ten seconds of its own, and a goal with nothing to do says nothing.
        console.on(Event.Phase.ANALYSING);
        passSeconds(console, 9);
        console.on(BUSY);
        passSeconds(console, 9);
        console.close();
        passSeconds(console, 30);
        assertThat(screen()).isEqualTo("[INFO] Attempt 1, of 201 ms: locked. Nothing was changed; again in 90 ms.\n");
    }

    @Test
    void aTerminalsLineIsGoneBeforeAnyOtherLine() {
        ProgressConsole console = new ProgressConsole(log, new TerminalLine(terminal), now::get);
        console.on(Event.Phase.READING);
        passSeconds(console, 2);
        console.on(BUSY);
        console.on(new Event.ConnectionLost());
        console.close();
        passSeconds(console, 1);
        log.info("Migrated");
        assertThat(screen())
                .isEqualTo("\rreading the catalog\u001b[K\rreading the catalog, 1 s\u001b[K"
                        + "\rreading the catalog, 2 s\u001b[K"
                        + "\r\u001b[K[INFO] Attempt 1, of 201 ms: locked. Nothing was changed; again in 90 ms.\n"
                        + "\rpausing before attempt 2\u001b[K"
                        + "\r\u001b[K[WARN] The connection was lost before the server's answer. Looking up in the journal"
                        + " whether the change was made.\n"
                        + "\rlooking for the change in the journal\u001b[K"
                        + "\r\u001b[K[INFO] Migrated\n");
    }

    @Test
    void aTerminalsLineNeverWraps() {
        new TerminalLine(terminal).show("waiting for " + "x".repeat(100), Duration.ofSeconds(12));
        assertThat(screen()).isEqualTo("\rwaiting for " + "x".repeat(60) + "…, 12 s\u001b[K");
    }

    @Test
    void theThreadShowsByItselfAndEndsWithAGoalThatFails() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(3);
        Thread[] threads = new Thread[1];
        Display often = new Display() {
            @Override
            public void show(String underWay, Duration time) {
                if (Thread.currentThread().getName().equals("schema-progress")) {
                    threads[0] = Thread.currentThread();
                    shown.countDown();
                }
            }

            @Override
            public void clear() {}

            @Override
            public Duration period() {
                return Duration.ofMillis(1);
            }
        };
        assertThatThrownBy(() -> {
                    try (ProgressConsole console = new ProgressConsole(log, often, (LongSupplier) now::get).start()) {
                        console.on(Event.Phase.CONNECTING);
                        assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
                        throw new IllegalStateException("the goal fails");
                    }
                })
                .hasMessage("the goal fails");
        assertThat(threads[0].isDaemon()).isTrue();
        threads[0].join(20_000);
        assertThat(threads[0].isAlive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "auto,true,false,,true,TerminalLine",
        "auto,true,false,false,true,TerminalLine",
        "auto,true,false,,false,Heartbeat",
        "auto,false,false,,true,Heartbeat",
        "auto,true,true,,true,Heartbeat",
        "auto,true,false,true,true,Heartbeat",
        "plain,true,false,,true,Heartbeat",
        "rich,false,true,true,true,TerminalLine",
        "rich,true,false,,false,TerminalLine"
    })
    void isALineThatRewritesItselfWhereAPersonLooks(
            String wanted, boolean interactive, boolean parallel, String ci, boolean hasTerminal, String display) {
        ConsoleChoice choice =
                new ConsoleChoice(wanted, interactive, parallel, ci == null ? Map.of() : Map.of("CI", ci));
        assertThat(choice.display(log, () -> hasTerminal ? Optional.of(terminal) : Optional.empty())
                        .getClass()
                        .getSimpleName())
                .isEqualTo(display);
    }

    @Test
    void aQuietBuildHasNoLineThatRewritesItself() {
        Log quiet = new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }
        };
        for (String wanted : List.of("auto", "rich")) {
            assertThat(new ConsoleChoice(wanted, true, false, Map.of()).display(quiet, () -> Optional.of(terminal)))
                    .isInstanceOf(Heartbeat.class);
        }
    }

    private void passSeconds(ProgressConsole console, int seconds) {
        for (int i = 0; i < seconds; i++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            console.show();
        }
    }

    /** What came since this was last asked. */
    private String screen() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }
}
