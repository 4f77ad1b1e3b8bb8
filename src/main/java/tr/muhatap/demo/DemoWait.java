package tr.muhatap.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Delays requests until the demonstration's data exist, and again during a reset, so that no request meets an office
 * without users or a clock that is set back.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoWait extends OncePerRequestFilter {

    private final CountDownLatch ready = new CountDownLatch(1);
    private final DemoClock clock;

    DemoWait(DemoClock clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        ready.countDown();
    }

    /**
     * Health and metrics are polled by machines, which would take a delay for an outage; progress is shown while
     * waiting.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/")
                || (request.getRequestURI().equals("/demo/reset")
                        && request.getMethod().equals("GET"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ready.await();
            clock.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
        // Requests that move the clock run one after another, and a reset must not wait for itself.
        boolean isWaitedFor = !request.getRequestURI().startsWith("/demo/");
        if (!isWaitedFor) {
            clock.leave();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (isWaitedFor) {
                clock.leave();
            }
        }
    }
}
