package io.github.schemasplit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the figures come from. */
final class Machine {
    private Machine() {}

    /** Cores, memory, and the versions of everything that takes part, one a line. */
    static String describe(BenchServer server, Path directory) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.join(
                "\n",
                "cores       " + system.getAvailableProcessors(),
                "memory      " + system.getTotalMemorySize() / (1024 * 1024) + " MiB",
                "system      " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "JDK         " + System.getProperty("java.vm.name") + " " + Runtime.version(),
                "Maven       " + System.getProperty("bench.maven.version"),
                "plugin      " + System.getProperty("bench.plugin.version"),
                "Flyway      " + System.getProperty("bench.flyway.version"),
                "Liquibase   " + System.getProperty("bench.liquibase.version"),
                "PostgreSQL  " + server.version(),
                "pg_dump     " + dump(directory));
    }

    private static String dump(Path directory) throws Exception {
        Path output = directory.resolve("pg_dump.version");
        try {
            Program.run(directory, output, List.of("pg_dump", "--version"));
            return Files.readString(output).strip();
        } catch (IOException e) {
            return "none";
        }
    }
}
