package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container that runs, which programs are run in by {@code docker exec}.
 *
 * @param name its name or id
 * @param docker the command of Docker
 */
record ProgramContainer(String name, String docker) implements ProgramPlace {
    private static final Pattern PUBLISHED = Pattern.compile("(\\d+)/tcp -> \\S*:(\\d+)");

    @Override
    public List<String> command(String program, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(docker, "exec", "-i"));
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            command.add("-e");
            command.add(variable.getKey() + "=" + variable.getValue());
        }
        command.add(name);
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /**
     * A server of this machine is another address in the container: most likely it is the container's own, whose port is published under
     * another number.
     */
    @Override
    public ConnectionSettings seenFrom(ConnectionSettings database) {
        ProgramOutcome ports = ProgramRun.collect(List.of(docker, "port", name));
        List<HostPort> hosts = new ArrayList<>();
        for (HostPort host : database.hosts()) {
            hosts.add(isThisMachine(host.host()) ? inside(host, ports.output()) : host);
        }
        return new ConnectionSettings(
                hosts, database.database(), database.user(), database.password(), database.parameters());
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static HostPort inside(HostPort host, String published) {
        Matcher port = PUBLISHED.matcher(published);
        while (port.find()) {
            if (Integer.parseInt(port.group(2)) == host.port()) {
                return new HostPort(host.host(), Integer.parseInt(port.group(1)));
            }
        }
        return host;
    }

    @Override
    public SecretFile secretFile(String text) {
        String path = "/tmp/schema-" + UUID.randomUUID();
        ProgramOutcome outcome = ProgramRun.collect(shell("umask 077; cat > \"$0\"", path), text);
        if (outcome.exitCode() != 0) {
            throw new ProgramFailedException(
                    "A file for the password could not be made in the container " + name + ": " + outcome.errors());
        }
        return new FileInside(this, path, AtExit.run("schema-delete-" + path, () -> delete(path)));
    }

    private void delete(String path) {
        ProgramRun.collect(shell("rm -f \"$0\"", path));
    }

    private List<String> shell(String script, String argument) {
        return List.of(docker, "exec", "-i", name, "sh", "-c", script, argument);
    }

    @Override
    public boolean seesFiles() {
        return false;
    }

    @Override
    public String toString() {
        return "the container " + name;
    }

    private record FileInside(ProgramContainer container, String path, AtExit atExit) implements SecretFile {
        @Override
        public void close() {
            try (atExit) {
                container.delete(path);
            }
        }
    }
}
