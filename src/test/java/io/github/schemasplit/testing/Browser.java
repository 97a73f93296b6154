package io.github.schemasplit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.opentest4j.TestAbortedException;

/** The Chromium of the machine, without a window and with a profile of its own that ends with it. */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /**
     * Starts it.
     *
     * @throws TestAbortedException if the machine has none, or no driver for it; the test is then skipped, with a reason that is printed
     * @throws IllegalStateException instead, with {@code -Dbrowser.required=true}
     */
    public static Browser start() {
        Path program = NAMES.stream()
                .map(Browser::onPath)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> absent("there is no chromium on the PATH"));
        Path driver = onPath("chromedriver").orElseThrow(() -> absent("there is no chromedriver on the PATH"));
        try {
            Path profile = Files.createTempDirectory("browser");
            return new Browser(start(program, driver, profile), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeDriver start(Path program, Path driver, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    private static RuntimeException absent(String reason) {
        return Boolean.getBoolean("browser.required")
                ? new IllegalStateException("the tests in a browser must not be skipped: " + reason)
                : ClientProgram.skip(reason);
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file, and returns when it is loaded; what was logged before is forgotten. */
    public void open(Path file) {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(file.toUri().toString());
    }

    /** What the page and the browser complained of since the page was opened, what the page's policy refused included. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** What the page asked for since it was opened, itself included. */
    public List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = JSON.readTree(entry.getMessage()).path("message");
                if ("Network.requestWillBeSent".equals(message.path("method").asText())) {
                    requests.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return requests;
    }

    /** Whether pages may run scripts, from the next that is opened on. */
    public void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /**
     * What pages are told of where they are shown.
     *
     * @param media {@code screen} or {@code print}
     * @param scheme {@code light} or {@code dark}
     */
    public void shownOn(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** How large the window is. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The first element that a selector of CSS finds. */
    public WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** How many elements that a selector of CSS finds are seen. */
    public long seen(String selector) {
        return ((Number) evaluate(
                        "return Array.from(document.querySelectorAll(arguments[0])).filter(e => e.checkVisibility()).length;",
                        selector))
                .longValue();
    }

    /** What a script of the test's says, which the page's policy does not bind. */
    public Object evaluate(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        if (result == null) {
            throw new IllegalStateException("nothing comes of " + script);
        }
        return result;
    }

    /** Presses keys, on what has the focus. */
    public void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Writes something into a field, in place of what is there. */
    public void write(String selector, String text) {
        element(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** Waits until an element says something. */
    public void awaitText(String selector, String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String said = element(selector).getText();
        while (!said.contains(text) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            said = element(selector).getText();
        }
        if (!said.contains(text)) {
            throw new AssertionError(selector + " says '" + said + "' and not '" + text + "'");
        }
    }

    /** Chooses what a list offers. */
    public void choose(String selector, String value) {
        for (WebElement option : driver.findElements(By.cssSelector(selector + " option"))) {
            if (value.equals(option.getDomProperty("value"))) {
                option.click();
                return;
            }
        }
        throw new AssertionError(selector + " does not offer '" + value + "'");
    }

    /** A picture of what the window shows. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.out.println("Left behind by a browser that was still ending: " + profile);
        }
    }
}
