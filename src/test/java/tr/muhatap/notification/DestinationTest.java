package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.AnswerBy;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruFixture;
import tr.muhatap.basvuru.Incoming;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.channel.Channel;

/** Form follows form: a request on paper is answered in writing, unless the applicant wishes otherwise (4982 md. 6). */
class DestinationTest {

    private static final String PHONE = "+905321112233";
    private static final String MAIL = "biri@example.org";
    private static final String KEP = "biri@hs01.kep.tr";
    private static final String ADDRESS = "Gül Sokak 1";

    @ParameterizedTest
    @CsvSource({
        "ELEKTRONIK, , E_POSTA SMS POSTA TELEFON",
        "ELEKTRONIK, POSTA, POSTA E_POSTA SMS TELEFON",
        "ELEKTRONIK, SMS, SMS E_POSTA POSTA TELEFON",
        "YAZILI, , POSTA E_POSTA",
        "YAZILI, E_POSTA, E_POSTA POSTA",
        "YAZILI, SMS, SMS POSTA E_POSTA",
    })
    void aPaperIsAnsweredInWritingAndTheWishCounts(Submission submission, @Nullable AnswerBy wish, String ways) {
        assertThat(ways(request(submission, wish, PHONE, MAIL, ADDRESS))).isEqualTo(ways);
    }

    @Test
    void aRegisteredMailAddressIsWrittenToFromTheDocumentSystem() {
        var written = request(Submission.YAZILI, null, PHONE, KEP, ADDRESS);

        assertThat(ways(written)).isEqualTo("KEP POSTA");
        assertThat(Destination.ofAnswer(written).serviceWay()).isEqualTo(ServiceWay.KEP);
        assertThat(Destination.ofAnswer(written).masked()).doesNotContain("biri@");
        assertThat(ways(request(Submission.YAZILI, AnswerBy.E_POSTA, PHONE, KEP, ADDRESS)))
                .isEqualTo("KEP POSTA");
    }

    @Test
    void aReceiptIsNoAnswerAndGoesByTheQuickestWay() {
        assertThat(Destination.ofReceipt(request(Submission.YAZILI, null, PHONE, null, ADDRESS))
                        .medium())
                .isEqualTo(Medium.SMS);
        assertThat(Destination.ofReceipt(request(Submission.YAZILI, null, null, KEP, ADDRESS))
                        .medium())
                .isEqualTo(Medium.TAKIP);
    }

    @ParameterizedTest
    @CsvSource({
        "+905321112233, biri@example.org, biri@example.org",
        "+905321112233, biri@hs01.kep.tr, +905321112233",
        "+903522223344, , ",
        ", biri@hs01.kep.tr, ",
        "+903522223344, biri@hs01.kep.tr, ",
        "+903522223344, biri@example.org, biri@example.org",
    })
    void aCodeGoesWhereTheProgramSendsByItself(
            @Nullable String phone, @Nullable String email, @Nullable String recipient) {
        assertThat(CodeRequests.recipientOf(request(Submission.ELEKTRONIK, null, phone, email, ADDRESS)))
                .isEqualTo(Optional.ofNullable(recipient));
    }

    @Test
    void aWishThatCannotBeMetChangesNothing() {
        assertThat(ways(request(Submission.YAZILI, AnswerBy.E_POSTA, PHONE, null, ADDRESS)))
                .isEqualTo("POSTA");
        assertThat(ways(request(Submission.YAZILI, AnswerBy.POSTA, PHONE, MAIL, ADDRESS)))
                .isEqualTo("POSTA E_POSTA");
    }

    private static Basvuru request(
            Submission submission,
            @Nullable AnswerBy wish,
            @Nullable String phone,
            @Nullable String email,
            String address) {
        return BasvuruFixture.registered(
                Channel.BILGI_EDINME,
                submission,
                Kind.BILGI_ISTEMI,
                BasvuruFixture.person(phone, email, address),
                new Incoming(wish, null, null, null, null));
    }

    private static String ways(Basvuru basvuru) {
        List<Destination> ways = Destination.ways(basvuru);
        assertThat(Destination.ofAnswer(basvuru)).isEqualTo(ways.get(0));
        return ways.stream().map(way -> way.medium().name()).collect(Collectors.joining(" "));
    }
}
