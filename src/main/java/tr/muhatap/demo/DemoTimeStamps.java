package tr.muhatap.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tr.muhatap.audit.StampServer;

/** A small time stamp server (RFC 3161) on the loopback address, with a key and a certificate of its own. */
@Component
@Profile("demo")
public class DemoTimeStamps implements StampServer, DisposableBean {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Duration VALID = Duration.ofDays(3_650);

    /** RFC 3161 requires the policy of a server; this one is in the arc for examples. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");

    private static final X500Name NAME = new X500Name("CN=Muhatap Tanitim Zaman Damgasi");
    private static final int LONGEST_REQUEST = 10_000;

    private final HttpServer server;
    private final Clock clock;
    private final AtomicLong serials = new AtomicLong();
    private @Nullable Signer signer;

    /** Creates a server on a free port. */
    public DemoTimeStamps(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Signer(PrivateKey key, X509Certificate certificate) {}

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Certificate of this server, created at its first use. */
    public X509Certificate certificate() throws IOException {
        try {
            return signer().certificate();
        } catch (GeneralSecurityException | OperatorCreationException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void destroy() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new TimeStampRequest(exchange.getRequestBody().readNBytes(LONGEST_REQUEST));
            var bytes = stamp(request);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException failed) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private byte[] stamp(TimeStampRequest request)
            throws IOException, GeneralSecurityException, OperatorCreationException, TSPException {
        var by = signer();
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, by.key(), by.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(by.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.valueOf(serials.incrementAndGet()), Date.from(clock.instant()))
                .getEncoded();
    }

    private synchronized Signer signer() throws IOException, GeneralSecurityException, OperatorCreationException {
        var known = signer;
        if (known != null) {
            return known;
        }
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var pair = generator.generateKeyPair();
        var now = clock.instant();
        var certificate = new JcaX509v3CertificateBuilder(
                        NAME,
                        BigInteger.ONE,
                        Date.from(now.minus(VALID)),
                        Date.from(now.plus(VALID)),
                        NAME,
                        pair.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate()));
        var made = new Signer(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
        signer = made;
        return made;
    }
}
