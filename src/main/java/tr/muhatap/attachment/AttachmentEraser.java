package tr.muhatap.attachment;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

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
}
