package tr.muhatap.audit;

import java.net.URI;

/** A time stamp server that comes with the program, as in the demonstration; used where no address is set. */
@FunctionalInterface
public interface StampServer {

    URI address();
}
