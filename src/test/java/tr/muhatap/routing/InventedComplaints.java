package tr.muhatap.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tr.muhatap.text.TurkishText;

/**
 * Invented complaints for eight units: sentences put together from parts, with streets, names, filler, a neighbour's
 * matter in passing, typing errors and missing Turkish letters. No citizen wrote any of them.
 */
final class InventedComplaints {

    record Complaint(String text, String unit) {}

    private static final Map<String, List<String>> MATTERS = new LinkedHashMap<>();

    static {
        MATTERS.put(
                "toplu-ulasim",
                List.of(
                        "otobüs %d dakika gecikti",
                        "durakta bekledik araç gelmedi",
                        "şoför kapıyı açmadan hareket etti",
                        "hattın seferleri çok seyrek",
                        "klima çalışmıyor içerisi havasız",
                        "güzergâh bizim taraftan geçsin",
                        "akşam son araç erken kalkıyor",
                        "yaşlı yolcuya yer verilmedi kaptan azarladı",
                        "durağın tabelası yok oturak kırık",
                        "minibüsler durmadan geçiyor balık istifi gidiyoruz"));
        MATTERS.put(
                "yol-bakim",
                List.of(
                        "yolda derin çukur oluştu",
                        "asfalt söküldü yama tutmuyor",
                        "kaldırım taşları oynuyor annem düştü",
                        "parke çökmüş araç altı vuruyor",
                        "yağmurda çamur oluyor stabilize atılsın",
                        "bordürler kırık yol kenarı göçmüş",
                        "kar küremesi yapılmadı yollar buz",
                        "lastiğim patladı jant eğrildi",
                        "kazı sonrası yol kapatılmadı tümsek kaldı",
                        "yol çalışması aylardır bitmedi toz yutuyoruz"));
        MATTERS.put(
                "park-bahceler",
                List.of(
                        "ağaç dalları balkona girdi budansın",
                        "salıncak zinciri kopuk çocuk yaralandı",
                        "çimler sararmış sulama yok",
                        "banklar kırılmış çardak çürümüş",
                        "kuru ağaç devrilecek kesilsin",
                        "parkın lambaları yanmıyor karanlık",
                        "otlar diz boyu biçilsin",
                        "kaydırak çatlamış zemin kauçuğu kalkmış",
                        "mahalleye çocuk parkı istiyoruz",
                        "fidan ve çiçek dikilsin yeşil alan az"));
        MATTERS.put(
                "zabita",
                List.of(
                        "esnaf masaları kaldırıma taşırdı",
                        "seyyar hoparlörle bağırıyor",
                        "fiyat etiketi yok fahiş satıyor",
                        "dilenciler ışıklarda camı siliyor",
                        "dükkân önüne duba koymuş",
                        "hurda araç aylardır duruyor",
                        "pazarcı yolu kapattı tezgâh açmış",
                        "bayat ürün satılıyor denetlensin",
                        "kaldırımda motosiklet park yürünmüyor",
                        "izinsiz tabela ve afiş asılmış"));
        MATTERS.put(
                "su-kanal",
                List.of(
                        "sular kesik haber verilmedi",
                        "boru patladı su boşa akıyor",
                        "fatura üç kat geldi sayaç bozuk",
                        "rögar taştı pis su eve doldu",
                        "basınç yok üst kata çıkmıyor",
                        "musluktan sarı bulanık su geliyor",
                        "mazgal tıkalı cadde göl oldu",
                        "kanal kokusu dayanılmaz",
                        "rögar kapağı çalınmış açık duruyor",
                        "abonelik açtıramadım sayaç takılmadı"));
        MATTERS.put(
                "veteriner",
                List.of(
                        "başıboş köpekler saldırıyor",
                        "yaralı kedi var ekip gelsin",
                        "köpek ısırdı aşı oldum",
                        "sürü halinde geziyorlar çocuklar korkuyor",
                        "kısırlaştırma yapılmıyor yavruladılar",
                        "barınakta mama verilmiyor",
                        "araba çarpmış hayvan yolda yatıyor",
                        "gece havlama sesinden uyuyamıyoruz",
                        "küpesiz köpekler okul önünde",
                        "kuduz şüphesi olan hayvan alınsın"));
        MATTERS.put(
                "kati-atik",
                List.of(
                        "çöpler günlerdir alınmadı",
                        "konteyner taştı sinek yaptı",
                        "çöp kamyonu bizim tarafa uğramıyor",
                        "süpürge ekibi gelmiyor her yer pislik",
                        "eski koltuk atılmış kaldırılsın",
                        "geri dönüşüm kutusu istiyoruz",
                        "konteynerin tekerleği kırık yola kayıyor",
                        "çöp suyu akıyor leş gibi",
                        "poşetler parçalanmış etrafa dağılmış",
                        "temizlik işçisi yaprakları bırakmış"));
        MATTERS.put(
                "ruhsat-denetim",
                List.of(
                        "kafede gece yarısı yüksek müzik",
                        "düğün salonu gürültüsü bitmiyor",
                        "ruhsatsız imalathane çalışıyor",
                        "bar bas sesi duvarları titretiyor",
                        "iş yeri açma belgem çıkmadı",
                        "canlı müzik izni olmadan sahne kurulmuş",
                        "atölye makineleri sabaha kadar ses",
                        "apartman altında kaçak depo denetlensin",
                        "eğlence mekânı kapanış saatine uymuyor",
                        "spor salonu ağırlık düşürüyor gümbürtü"));
    }

    private static final List<String> BEGINNINGS = List.of(
            "",
            "",
            "Merhaba ",
            "Sayın yetkili, ",
            "İyi günler, ",
            "Daha önce de yazdım, ",
            "Defalarca aradım, ",
            "Artık bıktık, ");
    private static final List<String> PLACES = List.of(
            "",
            "",
            "Çınar Sokağı’nda ",
            "evimizin önünde ",
            "okulun yanında ",
            "Gül Caddesi No:14 önünde ",
            "bizim mahallede ",
            "hastane karşısında ",
            "pazar yerinin orada ",
            "apartmanın arkasında ");
    private static final List<String> ENDS = List.of(
            "",
            "",
            ". Gereğini arz ederim.",
            " lütfen ilgilenin",
            ", kimse ilgilenmiyor!",
            ". Çocuklarımız var, tehlikeli.",
            " ne zaman çözülecek?",
            ". Vergi ödüyoruz, hizmet istiyoruz.",
            " acil",
            ". Tel 0532 111 22 33 Ahmet Yılmaz");

    private InventedComplaints() {}

    /** Uneven: the first unit has some six times as many as the last. */
    static List<Complaint> of(int many, long seed) {
        var random = new Random(seed);
        var units = List.copyOf(MATTERS.keySet());
        var complaints = new ArrayList<Complaint>();
        for (int i = 0; i < many; i++) {
            int place = (int) (units.size() * Math.pow(random.nextDouble(), 1.6));
            String unit = units.get(place);
            var text = new StringBuilder(any(BEGINNINGS, random)).append(any(PLACES, random));
            text.append(any(matters(unit), random).replace("%d", String.valueOf(10 + random.nextInt(50))));
            if (random.nextInt(4) == 0) {
                text.append(", ").append(any(matters(unit), random).replace("%d", "20"));
            }
            if (random.nextInt(5) == 0) {
                String other = units.get(random.nextInt(units.size()));
                text.append(", üstelik ").append(any(matters(other), random).replace("%d", "15"));
            }
            text.append(any(ENDS, random));
            // One in thirty was routed elsewhere by the office
            String routed = random.nextInt(30) == 0 ? units.get(random.nextInt(units.size())) : unit;
            complaints.add(new Complaint(noisy(text.toString(), random), routed));
        }
        return complaints;
    }

    private static String noisy(String text, Random random) {
        String noisy = random.nextInt(3) == 0 ? TurkishText.folded(text) : text;
        var letters = new StringBuilder();
        for (char letter : noisy.toCharArray()) {
            int chance = random.nextInt(100);
            if (chance == 0 && Character.isLetter(letter)) {
                continue;
            }
            letters.append(letter);
            if (chance == 1 && Character.isLetter(letter)) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> matters(String unit) {
        return Objects.requireNonNull(MATTERS.get(unit));
    }
}
