package tr.muhatap.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked, before any check; every field may lack or be wrong.
 *
 * @param name of the body or contractor; none for the applicant
 * @param contact e-mail address or telephone of the body or contractor, where the program sends the link
 * @param lastDay ISO
 * @param showNumber whether the application's number is shown to whoever is asked
 * @param intro words before the questions
 */
public record InquiryRequest(
        @Nullable String addressee,
        @Nullable String name,
        @Nullable String way,
        @Nullable String contact,
        @Nullable String lastDay,
        @Nullable Boolean showNumber,
        @Nullable String intro,
        @Nullable List<QuestionRequest> questions) {

    public InquiryRequest {
        questions = questions == null ? null : questions.stream().toList();
    }

    /** @param choices of a question that is answered by choosing */
    public record QuestionRequest(
            @Nullable String type,
            @Nullable String text,
            @Nullable Boolean required,
            @Nullable List<String> choices) {

        public QuestionRequest {
            choices = choices == null ? null : choices.stream().toList();
        }
    }
}
