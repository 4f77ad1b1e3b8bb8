package tr.muhatap.attachment;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases the files of applications and of their answers. */
@Component
class AttachmentEraser implements PersonalDataHolder {

    private final AttachmentStore store;
    private final JdbcClient jdbc;

    AttachmentEraser(AttachmentStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("select id from ek where number in (:numbers)")
                .param("numbers", numbers)
                .query(Long.class)
                .list()
                .forEach(store::remove);
    }

    @Override
    public List<HeldData> held(String number) {
        return store.of(number).stream()
                .map(file -> HeldData.of(
                        Texts.of("attachment.tutulan.ek"),
                        Texts.of("attachment.tutulan.ad"),
                        file.name(),
                        Texts.of("attachment.tutulan.bolum"),
                        file.part().label(),
                        Texts.of("attachment.tutulan.tarih"),
                        file.uploadedAt()))
                .toList();
    }
}
