package tr.muhatap;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * A command line operation that the program executes instead of starting the server; selected by the first argument and
 * discovered through {@link java.util.ServiceLoader}.
 */
public interface Command extends Callable<Integer> {

    /** Name in the command's own {@link CommandLine.Command} annotation. */
    default String name() {
        return Objects.requireNonNull(getClass().getAnnotation(CommandLine.Command.class))
                .name();
    }

    /**
     * Parses the arguments and executes the command.
     *
     * @param arguments the arguments after the command's name
     * @return the exit code
     */
    default int run(String... arguments) {
        return new CommandLine(this).execute(arguments);
    }
}
