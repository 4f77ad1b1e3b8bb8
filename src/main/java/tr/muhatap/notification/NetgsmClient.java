package tr.muhatap.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** Calls NetGSM's REST service. No call takes longer than its limit, and no answer fills the memory. */
final class NetgsmClient {

    private static final int LARGEST = 1 << 20;

    private final NetgsmSettings settings;
    private final ObjectMapper json;
    private final HttpClient http;

    NetgsmClient(NetgsmSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The answer to a call.
     *
     * @throws SmsNotTaken if there is none that can be read
     */
    JsonNode call(String path, Map<String, ?> body) {
        String account = settings.user() + ":" + settings.password();
        var request = HttpRequest.newBuilder(settings.url().resolve(path))
                .timeout(settings.whole())
                .header("Content-Type", "application/json; charset=UTF-8")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                .build();
        BodyHandler<byte[]> limited = head -> new Limited();
        var answering = http.sendAsync(request, limited);
        try {
            return read(answering
                    .get(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                    .body());
        } catch (ExecutionException away) {
            throw unanswered(isUnsent(away) ? DeliveryFailure.AWAY : DeliveryFailure.UNSURE);
        } catch (TimeoutException silent) {
            answering.cancel(true);
            throw unanswered(DeliveryFailure.UNSURE);
        } catch (InterruptedException ended) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            throw unanswered(DeliveryFailure.UNSURE);
        }
    }

    private static SmsNotTaken unanswered(DeliveryFailure how) {
        return new SmsNotTaken(how, Texts.of("notification.netgsm.ulasilamadi"));
    }

    /** Whether no connection stood, so that the request cannot have arrived. */
    private static boolean isUnsent(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof ConnectException
                    || one instanceof HttpConnectTimeoutException
                    || one instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private JsonNode read(byte[] answer) {
        try {
            var read = json.readTree(answer);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException broken) {
            throw unreadable();
        }
        throw unreadable();
    }

    static SmsNotTaken unreadable() {
        return new SmsNotTaken(DeliveryFailure.UNSURE, Texts.of("notification.netgsm.anlasilamadi"));
    }

    private byte[] bytes(Map<String, ?> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gathers a body up to the largest that is read. */
    private static final class Limited implements BodySubscriber<byte[]> {

        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (read.size() + buffer.remaining() > LARGEST) {
                    var from = subscription;
                    if (from != null) {
                        from.cancel();
                    }
                    whole.completeExceptionally(new IOException("More than is read"));
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                read.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(read.toByteArray());
        }
    }
}
