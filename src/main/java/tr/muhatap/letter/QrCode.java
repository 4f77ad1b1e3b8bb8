package tr.muhatap.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/** Generates QR codes. */
public final class QrCode {

    private static final int PIXELS = 300;

    private QrCode() {}

    /** A PNG as {@code data:} URI, for PDFs. */
    public static String png(String content) {
        try (var png = new ByteArrayOutputStream()) {
            MatrixToImageWriter.writeToStream(matrix(content, PIXELS), "PNG", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An SVG path for web pages, whose policy forbids {@code data:} images.
     *
     * @param size modules per side, including the margin
     * @param path of the dark modules
     */
    public record Shape(int size, String path) {}

    public static Shape shape(String content) {
        var matrix = matrix(content, 0);
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new Shape(matrix.getWidth(), path.toString());
    }

    private static BitMatrix matrix(String content, int pixels) {
        try {
            return new QRCodeWriter()
                    .encode(content, BarcodeFormat.QR_CODE, pixels, pixels, Map.of(EncodeHintType.MARGIN, 1));
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code for " + content.length() + " characters", e);
        }
    }
}
