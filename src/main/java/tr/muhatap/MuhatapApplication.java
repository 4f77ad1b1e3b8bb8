package tr.muhatap;

import java.util.Arrays;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import tr.muhatap.text.Texts;

/** Starts Muhatap; with a {@link Command}'s name as first argument, executes that instead. */
@SpringBootApplication
public class MuhatapApplication {

    private static final int WRONG_USE = 2;

    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.exit(execute(args[0], Arrays.copyOfRange(args, 1, args.length)));
        }
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Istanbul"));
        SpringApplication.run(MuhatapApplication.class, args);
    }

    private static int execute(String name, String... arguments) {
        var commands = ServiceLoader.load(Command.class).iterator();
        while (true) {
            try {
                if (!commands.hasNext()) {
                    break;
                }
                var command = commands.next();
                if (command.name().equals(name)) {
                    return command.run(arguments);
                }
            } catch (ServiceConfigurationError leftOut) {
                // The production artefact lacks the demonstration's commands; skip what cannot be loaded
                continue;
            }
        }
        System.err.println(Texts.of("muhatap.bilinmeyen-komut", name));
        return WRONG_USE;
    }
}
