package tr.muhatap.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.InquiryAddressee;

/**
 * Questions of an application that were asked by one link.
 *
 * @param id 1 for the first one of an application, and so on
 * @param name of the body or contractor; null for the applicant
 * @param lastDay until which it can be answered, Europe/Istanbul
 * @param remindedOn when whoever is asked was reminded
 * @param reason why it was taken back
 */
public record Inquiry(
        String number,
        int id,
        InquiryAddressee addressee,
        @Nullable String name,
        InquiryWay way,
        boolean showNumber,
        @Nullable String intro,
        LocalDate lastDay,
        InquiryState state,
        String askedBy,
        Instant askedAt,
        @Nullable LocalDate remindedOn,
        @Nullable Instant settledAt,
        @Nullable String reason,
        List<Question> questions) {

    public Inquiry {
        questions = List.copyOf(questions);
    }

    /**
     * @param place 1 for the first one
     * @param answer null as long as it is not answered; of files how many came
     */
    public record Question(
            int place,
            QuestionType type,
            String text,
            boolean required,
            List<String> choices,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        public Question {
            choices = List.copyOf(choices);
        }

        /** What may be chosen. */
        public List<String> offered() {
            return type.choices(choices);
        }

        public boolean isAnswered() {
            return answer != null;
        }
    }

    public String addresseeLabel() {
        return addressee.label();
    }

    public String stateLabel() {
        return state.label();
    }

    public String wayLabel() {
        return way.label();
    }

    public boolean isOpen() {
        return state == InquiryState.BEKLENIYOR;
    }

    public long answered() {
        return questions.stream().filter(Question::isAnswered).count();
    }
}
