package tr.muhatap;

/** Something that the program does instead of starting, named by its first argument; found by {@link java.util.ServiceLoader}. */
public interface Command {

    String name();

    /**
     * Does it.
     *
     * @param arguments those behind the name
     * @return the exit code
     */
    int run(String... arguments);
}
