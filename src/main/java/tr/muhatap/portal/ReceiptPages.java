package tr.muhatap.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.audit.Receipts;
import tr.muhatap.audit.Receipts.State;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.letter.Papers;
import tr.muhatap.letter.QrCode;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.takip.Tracking;
import tr.muhatap.text.Texts;

/** Receipt of a registration, and the public page that verifies receipts. */
@Controller
class ReceiptPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    /** Longer than any receipt with its address. */
    private static final int LONGEST = 1_000;

    private final Receipts receipts;
    private final Tracking tracking;
    private final Papers papers;

    ReceiptPages(Receipts receipts, Tracking tracking, Papers papers) {
        this.receipts = receipts;
        this.tracking = tracking;
        this.papers = papers;
    }

    /** Model of the fragment {@code portal/makbuz-fisi :: fis}; empty if the registration is not in the history. */
    void show(String number, Model model) {
        receipts.of(number).ifPresent(receipt -> {
            model.addAttribute("makbuz", receipt);
            model.addAttribute("makbuzKarekod", QrCode.shape(receipt.qr()));
        });
    }

    /** @param typed a receipt's code, or the address in its QR code */
    @GetMapping(Receipts.PAGE)
    String check(@RequestParam(name = "m", required = false) @Nullable String typed, Model model) {
        if (typed == null) {
            return "portal/makbuz";
        }
        String code = typed.substring(0, Math.min(typed.length(), LONGEST));
        var found = receipts.check(code);
        model.addAttribute("girilen", code.strip());
        if (found.state() == State.OKUNAMADI) {
            model.addAttribute("hatalar", Map.of("m", found.state().sentence()));
            return "portal/makbuz";
        }
        model.addAttribute("sonuc", found);
        model.addAttribute("kayitZamani", time(found.registeredAt()));
        model.addAttribute("sonGun", day(found.lastDay()));
        var proof = found.proof();
        model.addAttribute("basZamani", proof == null ? null : time(proof.signedAt()));
        return "portal/makbuz";
    }

    /** By POST, so that the tracking code appears in no address and no log. */
    @PostMapping("/takip/makbuz")
    ResponseEntity<byte[]> pdf(@RequestParam String number, @RequestParam String code) {
        var receipt = tracking.track(number, code)
                .flatMap(basvuru -> receipts.of(basvuru.number()))
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.public-pages.bu-numara-ve-takip-koduyla")));
        byte[] pdf = papers.pdf(
                "yazi/makbuz",
                Map.of(
                        "makbuz",
                        receipt,
                        "zaman",
                        String.valueOf(time(receipt.registeredAt())),
                        "sonGun",
                        receipt.lastDay() == null ? "" : DAY.format(receipt.lastDay()),
                        "karekod",
                        QrCode.png(receipt.qr())));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(receipt.number() + "-makbuz.pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at.atZone(OfficeClock.ISTANBUL));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }
}
