package tr.muhatap.problem;

/**
 * What a page says instead of what was asked for.
 *
 * @param title its heading
 * @param sentence what can be done
 */
public record ErrorWords(String title, String sentence) {

    /** The words of an HTTP status. */
    public static ErrorWords of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorWords(
                        "Adres veya istek okunamadı",
                        "Adresi kontrol edin; bir bağlantıyla geldiyseniz bağlantı eksik veya hatalı olabilir.");
            case 403 ->
                new ErrorWords(
                        "Bu sayfaya yetkiniz yok",
                        "Bu sayfayı açmanız gerekiyorsa sistem yöneticisinden yetki isteyin.");
            case 404 -> new ErrorWords("Sayfa bulunamadı", "Adresi kontrol edin; sayfa kaldırılmış olabilir.");
            case 405 ->
                new ErrorWords(
                        "Bu adres böyle açılamaz", "İşlem yapılmadı. Başlangıç sayfasından ilgili sayfaya gidin.");
            case 409 -> new ErrorWords("Bu işlem yapılamaz", "Sayfayı yeniden açın; bu arada değişmiş olabilir.");
            case 413 ->
                new ErrorWords(
                        "Gönderilenler çok büyük",
                        "Geri dönüp metni kısaltın veya daha küçük, daha az ekle yeniden deneyin.");
            case 414, 431 -> new ErrorWords("Adres çok uzun", "Adresi kısaltarak yeniden deneyin.");
            case 415 -> new ErrorWords("Gönderilen biçim okunamadı", "İşlem yapılmadı. Sayfadaki formu kullanın.");
            case 429 ->
                new ErrorWords(
                        "Kısa sürede çok sayıda deneme yapıldı; birkaç dakika sonra yeniden deneyin",
                        "Bu süre içinde yeni deneme kabul edilmez.");
            case 503 ->
                new ErrorWords("Hizmet şu anda verilemiyor", "Biraz sonra yeniden deneyin; hiçbir bilgi kaybolmadı.");
            default ->
                status >= 500
                        ? new ErrorWords(
                                "Bir sorun oluştu",
                                "Biraz sonra yeniden deneyin; sürerse sistem yöneticisine bildirin.")
                        : new ErrorWords("İstek yerine getirilemedi", "Adresi kontrol edip yeniden deneyin.");
        };
    }
}
