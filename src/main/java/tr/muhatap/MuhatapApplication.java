package tr.muhatap;

import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import tr.muhatap.demo.ReplayCommand;

/** Starts Muhatap; with {@code replay FILE} as arguments, replays a file of requests against a running one instead. */
@SpringBootApplication
public class MuhatapApplication {

    private static final String REPLAY = "replay";

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(REPLAY)) {
            var rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(new CommandLine(new ReplayCommand()).execute(rest));
        }
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Istanbul"));
        SpringApplication.run(MuhatapApplication.class, args);
    }
}
