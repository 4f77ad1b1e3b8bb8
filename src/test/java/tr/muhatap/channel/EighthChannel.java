package tr.muhatap.channel;

import java.io.IOException;
import java.util.Map;

/** Adds a channel as CONTRIBUTING describes: its row and its texts; removes it when closed. */
public final class EighthChannel implements AutoCloseable {

    private static final Map<String, String> TEXTS = Map.of(
            "muhtarlik.surec", "Muhtarlık başvurusu",
            "muhtarlik.surec.belge", "Muhtarlık bilgi sisteminden gelen başvurunun belediyedeki yolu.",
            "muhtarlik.basvuru", "Muhtarlıktan başvuru alındı",
            "muhtarlik.basvuru.not", "Mahalle muhtarının ilettiği başvurular.",
            "muhtarlik.gonderim", "Cevabı başvuru sahibine ilet",
            "muhtarlik.gonderim.belge", "Cevap, başvuru sahibinin bildirdiği iletişim bilgisine gönderilir.",
            "muhtarlik.gonderim.not", "Bildirilen iletişim bilgisine gönderilir.");

    private final Channel channel = Channel.row("MUHTARLIK", "Muhtarlık")
            .process("muhtarlik", Family.YAZILI)
            .build();

    public EighthChannel() {
        Channel.ROWS.add(channel);
    }

    public Channel channel() {
        return channel;
    }

    public String model() throws IOException {
        return ChannelModels.write(channel, TEXTS);
    }

    @Override
    public void close() {
        Channel.ROWS.remove(channel);
    }
}
