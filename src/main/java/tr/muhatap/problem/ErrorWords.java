package tr.muhatap.problem;

/**
 * Texts of an error page.
 *
 * @param title its heading
 * @param sentence advice for the user
 */
public record ErrorWords(String title, String sentence) {

    /** The texts for an HTTP status. */
    public static ErrorWords of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.adres-veya-istek-okunamadi"),
                        ProblemTexts.of("problem.error-words.adresi-kontrol-edin-bir-baglantiyla"));
            case 403 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.bu-sayfaya-yetkiniz-yok"),
                        ProblemTexts.of("problem.error-words.bu-sayfayi-acmaniz-gerekiyorsa-sistem"));
            case 404 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.sayfa-bulunamadi"),
                        ProblemTexts.of("problem.error-words.adresi-kontrol-edin-sayfa-kaldirilmis"));
            case 405 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.bu-adres-boyle-acilamaz"),
                        ProblemTexts.of("problem.error-words.islem-yapilmadi-baslangic-sayfasindan-ilgili"));
            case 409 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.bu-islem-yapilamaz"),
                        ProblemTexts.of("problem.error-words.sayfayi-yeniden-acin-bu-arada"));
            case 413 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.gonderilenler-cok-buyuk"),
                        ProblemTexts.of("problem.error-words.geri-donup-metni-kisaltin-veya"));
            case 414, 431 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.adres-cok-uzun"),
                        ProblemTexts.of("problem.error-words.adresi-kisaltarak-yeniden-deneyin"));
            case 415 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.gonderilen-bicim-okunamadi"),
                        ProblemTexts.of("problem.error-words.islem-yapilmadi-sayfadaki-formu-kullanin"));
            case 429 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.kisa-surede-cok-sayida-deneme"),
                        ProblemTexts.of("problem.error-words.bu-sure-icinde-yeni-deneme"));
            case 503 ->
                new ErrorWords(
                        ProblemTexts.of("problem.error-words.hizmet-su-anda-verilemiyor"),
                        ProblemTexts.of("problem.error-words.biraz-sonra-yeniden-deneyin-hicbir"));
            default ->
                status >= 500
                        ? new ErrorWords(
                                ProblemTexts.of("problem.error-words.bir-sorun-olustu"),
                                ProblemTexts.of("problem.error-words.biraz-sonra-yeniden-deneyin-surerse"))
                        : new ErrorWords(
                                ProblemTexts.of("problem.error-words.istek-yerine-getirilemedi"),
                                ProblemTexts.of("problem.error-words.adresi-kontrol-edip-yeniden-deneyin"));
        };
    }
}
