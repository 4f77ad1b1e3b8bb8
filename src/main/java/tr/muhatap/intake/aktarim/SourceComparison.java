package tr.muhatap.intake.aktarim;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.BasvuruQueries;
import tr.muhatap.dosya.BasvuruQueries.Received;
import tr.muhatap.notification.Message;
import tr.muhatap.notification.Messages;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Days;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;

/** Compares our applications with the source's list, and finds answers not yet entered at the source. */
@Service
public class SourceComparison {

    private static final int MOST = 5_000;

    private final Imports imports;
    private final BasvuruQueries queries;
    private final BasvuruRegister register;
    private final Messages messages;
    private final CurrentUser currentUser;
    private final PersonalDataLog personalDataLog;

    SourceComparison(
            Imports imports,
            BasvuruQueries queries,
            BasvuruRegister register,
            Messages messages,
            CurrentUser currentUser,
            PersonalDataLog personalDataLog) {
        this.imports = imports;
        this.queries = queries;
        this.register = register;
        this.messages = messages;
        this.currentUser = currentUser;
        this.personalDataLog = personalDataLog;
    }

    /**
     * Applications missing in a list.
     *
     * @param cut whether there may be more
     */
    public record Missing(List<Received> applications, boolean cut) {

        static final Missing NONE = new Missing(List.of(), false);
    }

    /**
     * Applications in the date range of a list that it does not contain; none if the list has no dates, or was not
     * compared completely.
     */
    public Missing missingAtSource(Imports.View list) {
        LocalDate first = list.firstDay();
        LocalDate last = list.lastDay();
        if (first == null || last == null || !list.state().isCompared()) {
            return Missing.NONE;
        }
        var there = imports.references(list.id());
        var here = queries.received(list.channel(), first, last, MOST);
        var missing = here.stream()
                .filter(one -> one.externalReference() == null || !there.contains(one.externalReference()))
                .limit(Imports.SHOWN + 1L)
                .toList();
        return new Missing(
                missing.stream().limit(Imports.SHOWN).toList(), here.size() >= MOST || missing.size() > Imports.SHOWN);
    }

    /** Number of answers still to be entered at the source, by channel. */
    public Map<Channel, Integer> waitingAnswers() {
        var counts = new LinkedHashMap<Channel, Integer>();
        Imports.channels().forEach(channel -> counts.put(channel, 0));
        waiting().values().forEach(basvuru -> counts.computeIfPresent(basvuru.channel(), (one, count) -> count + 1));
        return counts;
    }

    private Map<String, Basvuru> waiting() {
        requireOffice();
        var byNumber = new HashMap<String, Basvuru>();
        register.all(messages.toBringBack().stream()
                        .map(Message::number)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(basvuru -> byNumber.put(basvuru.number(), basvuru));
        return byNumber;
    }

    /** Answers of a channel still to be entered at the source, as CSV; each access is logged. */
    public byte[] answers(String channelName) {
        var channel = Channel.find(channelName)
                .filter(Imports.channels()::contains)
                .orElseThrow(() -> new InvalidInputException(
                        Imports.CHANNEL, Texts.of("intake.aktarim.kanal", String.join(", ", names()))));
        var applications = waiting();
        var numbers = new ArrayList<String>();
        var out = new ByteArrayOutputStream();
        try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.write('\uFEFF');
            var printer = new CSVPrinter(writer, CsvList.format(';'));
            printer.printRecord(
                    (Object[]) Texts.of("intake.aktarim.cevap-sutunlari").split("\\|"));
            for (var message : messages.toBringBack()) {
                var basvuru = message.number() == null ? null : applications.get(message.number());
                if (basvuru != null && basvuru.channel().equals(channel)) {
                    numbers.add(basvuru.number());
                    printer.printRecord(line(basvuru, message));
                }
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        personalDataLog.viewed(numbers, Texts.of("intake.aktarim.cevap-dosyasi"));
        return out.toByteArray();
    }

    private static List<String> line(Basvuru basvuru, Message message) {
        String reference = basvuru.externalReference();
        Outcome outcome = basvuru.outcome();
        var cells = List.of(
                reference == null ? "" : reference,
                basvuru.number(),
                outcome == null ? "" : outcome.label(),
                Days.written(LocalDate.ofInstant(message.createdAt(), OfficeClock.ISTANBUL)),
                message.body());
        return cells.stream().map(SpreadsheetText::safe).toList();
    }

    private static List<String> names() {
        return Imports.channels().stream().map(Channel::name).toList();
    }

    private void requireOffice() {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("intake.aktarim.yetki"));
        }
    }
}
