package tr.muhatap.basvuru;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import tr.muhatap.deadline.Channel;

interface BasvuruRepository extends Repository<Basvuru, String> {

    Basvuru save(Basvuru basvuru);

    Optional<Basvuru> findById(String number);

    Optional<Basvuru> findByChannelAndExternalReference(Channel channel, String externalReference);
}
