package tr.muhatap.basvuru;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import tr.muhatap.channel.Channel;

interface BasvuruRepository extends Repository<Basvuru, String> {

    Basvuru save(Basvuru basvuru);

    Optional<Basvuru> findById(String number);

    List<Basvuru> findAllById(Iterable<String> numbers);

    Optional<Basvuru> findByRegistrationChannelAndRegistrationExternalReference(
            Channel channel, String externalReference);
}
