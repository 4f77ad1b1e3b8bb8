package tr.muhatap.postgres;

import tr.muhatap.Office;

/** Input of applications, complete for each channel. */
final class Applications {

    static final String ANSWER = "{\"outcome\":\"OLUMLU\",\"text\":\"Çukur kapatıldı; bilginize.\"}";

    private Applications() {}

    static String on(String channel) {
        var call = Office.call().replace("ALO_153", channel);
        return switch (channel) {
            case "DIJITAL" -> call.replace("\"kind\"", "\"source\":\"WEB\",\"kind\"");
            case "BILGI_EDINME" ->
                call.replace("SIKAYET", "BILGI_ISTEMI").replace("\"kind\"", "\"submission\":\"ELEKTRONIK\",\"kind\"");
            default -> call;
        };
    }
}
