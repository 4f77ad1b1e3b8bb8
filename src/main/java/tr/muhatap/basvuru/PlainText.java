package tr.muhatap.basvuru;

/** Which characters an input may hold. */
public final class PlainText {

    private PlainText() {}

    /** No control characters and no half of a surrogate pair. */
    public static boolean isCleanLine(String value) {
        return value.codePoints().noneMatch(PlainText::isUnwanted);
    }

    /** As a line, with line feed, carriage return and tab allowed. */
    public static boolean isCleanText(String value) {
        return value.codePoints()
                .filter(character -> character != '\n' && character != '\r' && character != '\t')
                .noneMatch(PlainText::isUnwanted);
    }

    private static boolean isUnwanted(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
