package tr.muhatap.basvuru;

import java.util.List;
import org.springframework.data.repository.Repository;

interface MuracaatRepository extends Repository<Muracaat, Long> {

    Muracaat save(Muracaat muracaat);

    List<Muracaat> findByNumberOrderById(String number);

    List<Muracaat> findByAnsweredAtIsNullAndCalendarVersionLessThan(long version);
}
