package tr.muhatap.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * What a server of RFC 3161 stated about a head: that it existed at that time.
 *
 * @param log number of the log
 * @param size of the stamped head; the stamp covers all heads of the log up to it
 * @param signer subject of the server's certificate
 */
record TimeStamp(int log, long size, Instant at, String signer) {

    /** A server's clock may be so far behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    static TimeStampRequest request(LogHead head, BigInteger nonce) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, head.stampedDigest(), nonce);
    }

    /**
     * The token of a server's answer.
     *
     * @throws TSPException if the server refused, or answered another request
     */
    static byte[] token(TimeStampRequest request, byte[] answer) throws IOException, TSPException {
        var response = new TimeStampResponse(answer);
        response.validate(request);
        var token = response.getTimeStampToken();
        if (token == null) {
            throw new TSPException("The server refused: " + response.getStatusString());
        }
        return token.getEncoded();
    }

    /**
     * Verifies a token by the certificate within it.
     *
     * @param trusted certificates of the server or of its issuer; empty to accept any
     * @return empty if the token belongs to another head, was changed, or is not signed by a trusted server
     */
    static Optional<TimeStamp> verified(LogHead head, byte[] encoded, List<X509Certificate> trusted) {
        try {
            var token = new TimeStampToken(new CMSSignedData(encoded));
            var info = token.getTimeStampInfo();
            Collection<?> found = token.getCertificates().getMatches(token.getSID());
            if (found.isEmpty() || !(found.iterator().next() instanceof X509CertificateHolder certificate)) {
                return Optional.empty();
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            var at = info.getGenTime().toInstant();
            boolean belongs = TSPAlgorithms.SHA256.equals(info.getMessageImprintAlgOID())
                    && Arrays.equals(info.getMessageImprintDigest(), head.stampedDigest())
                    && !at.isBefore(head.signedAt().minus(SKEW));
            return belongs && isTrusted(certificate, trusted)
                    ? Optional.of(new TimeStamp(
                            head.log(),
                            head.size(),
                            at,
                            certificate.getSubject().toString()))
                    : Optional.empty();
        } catch (CMSException
                | TSPException
                | IOException
                | OperatorCreationException
                | CertificateException
                | RuntimeException unreadable) {
            // The library refuses malformed bytes by all kinds of exceptions
            return Optional.empty();
        }
    }

    private static boolean isTrusted(X509CertificateHolder certificate, List<X509Certificate> trusted)
            throws IOException, CertificateException {
        if (trusted.isEmpty()) {
            return true;
        }
        for (var one : trusted) {
            if (Arrays.equals(one.getEncoded(), certificate.getEncoded()) || isIssuedBy(certificate, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIssuedBy(X509CertificateHolder certificate, X509Certificate issuer) {
        try {
            return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer.getPublicKey()));
        } catch (CertException | OperatorCreationException other) {
            return false;
        }
    }
}
