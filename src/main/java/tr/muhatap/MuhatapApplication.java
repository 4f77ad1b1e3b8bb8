package tr.muhatap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Muhatap. */
@SpringBootApplication
public class MuhatapApplication {

    public static void main(String[] args) {
        SpringApplication.run(MuhatapApplication.class, args);
    }
}
