package tr.muhatap;

/**
 * A command line operation that the program executes instead of starting the server; selected by the first argument and
 * discovered through {@link java.util.ServiceLoader}.
 */
public interface Command {

    String name();

    /**
     * Executes the command.
     *
     * @param arguments the arguments after the command's name
     * @return the exit code
     */
    int run(String... arguments);
}
