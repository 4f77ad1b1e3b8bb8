package tr.muhatap.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tr.muhatap.MuhatapApplication;

/** The program in a separate process, which a test can kill. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(400);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    /** Logged by Spring when the program is ready. */
    private static final Pattern STARTED = Pattern.compile("Started MuhatapApplication in");

    /** JVM options of a test's node: quick to start, with little memory. */
    private static final String[] SMALL = {"-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it in profile {@code production} without waiting. */
    static Node launch(Map<String, String> settings) {
        return launch(settings, SMALL);
    }

    static Node launch(Map<String, String> settings, String... virtualMachine) {
        return launch(MuhatapApplication.class, settings, virtualMachine);
    }

    private static Node launch(Class<?> program, Map<String, String> settings, String... virtualMachine) {
        var rest = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                "--spring.profiles.active=production",
                "--server.port=0"));
        settings.forEach((name, value) -> rest.add("--" + name + "=" + value));
        return run(rest, virtualMachine);
    }

    /** Starts a built artefact, like an operator. */
    static Node ofJar(Path jar, String... arguments) {
        var rest = new ArrayList<>(List.of("-jar", jar.toString()));
        rest.addAll(List.of(arguments));
        return run(rest, SMALL);
    }

    private static Node run(List<String> arguments, String... virtualMachine) {
        try {
            var log = Files.createTempFile("muhatap-node", ".log");
            log.toFile().deleteOnExit();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(List.of(virtualMachine));
            command.addAll(arguments);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Node(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node started(Map<String, String> settings) {
        var node = launch(settings);
        node.awaitStarted();
        return node;
    }

    /** One whose clock is five minutes fast. */
    static Node startedAhead(Map<String, String> settings) {
        var node = launch(OfficeAhead.class, settings, SMALL);
        node.awaitStarted();
        return node;
    }

    void awaitStarted() {
        awaitLog(STARTED);
    }

    int port() {
        return Integer.parseInt(awaitLog(PORT));
    }

    ProductionOffice office() {
        return new ProductionOffice(port());
    }

    /** Waits until a pattern appears in the log; returns its first group, or the match. */
    String awaitLog(Pattern pattern) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = pattern.matcher(log());
            if (found.find()) {
                return found.groupCount() > 0 ? found.group(1) : found.group();
            }
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("The program ended with " + process.exitValue() + ":\n" + log());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(pattern + " does not come:\n" + log());
    }

    /** Waits until it ends by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The program does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its log of unexpected failures. */
    String unexpectedFailures() {
        return log().lines().filter(line -> line.contains("Unexpected failure")).collect(Collectors.joining("\n"));
    }

    /** Resident memory of the process. */
    long residentMegabytes() throws IOException {
        var held = Pattern.compile("VmRSS:\\s+(\\d+) kB")
                .matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
        return held.find() ? Long.parseLong(held.group(1)) / 1024 : 0;
    }

    /** Like {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Like an operator; returns the exit code. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() {
        kill();
    }
}
