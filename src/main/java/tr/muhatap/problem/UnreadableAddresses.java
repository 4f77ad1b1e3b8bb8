package tr.muhatap.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Responses for requests that Tomcat rejects before any filter: an unparsable address, or headers that are too long.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableAddresses {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsInTurkish() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Refusal.class.getName());
            }
        });
    }

    /** Instantiated by Tomcat by class name. */
    public static final class Refusal extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="tr">
                <head>
                  <meta charset="UTF-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%1$s · Muhatap</title>
                  <link rel="icon" href="/img/muhatap.svg" type="image/svg+xml">
                  <link rel="stylesheet" href="/css/muhatap.css">
                </head>
                <body>
                <header class="ust"><a class="ad" href="/">Muhatap</a></header>
                <main>
                  <h1>%1$s</h1>
                  <p>%2$s</p>
                  <p><a href="/">%3$s</a></p>
                </main>
                </body>
                </html>
                """;

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            int status = response.getStatus();
            var open = new AtomicBoolean(false);
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
            if (status < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()
                    || !open.get()) {
                return;
            }
            var words = ErrorWords.of(status);
            try {
                if (GeoReportErrors.isAt(request)) {
                    response.setHeader("X-Content-Type-Options", "nosniff");
                    GeoReportErrors.write(request, response, HttpStatusCode.valueOf(status));
                    response.finishResponse();
                    return;
                }
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                response.setHeader(PagePolicy.HEADER, PagePolicy.CONTENT);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("X-Frame-Options", "DENY");
                response.setHeader("Referrer-Policy", "same-origin");
                response.getReporter()
                        .write(PAGE.formatted(
                                words.title(),
                                words.sentence(),
                                ProblemTexts.of("problem.unreadable-addresses.baslangic")));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // The client has closed the connection.
            }
        }
    }
}
