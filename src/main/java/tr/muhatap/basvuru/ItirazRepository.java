package tr.muhatap.basvuru;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ItirazRepository extends Repository<Itiraz, Long> {

    Itiraz save(Itiraz itiraz);

    Optional<Itiraz> findById(long id);

    List<Itiraz> findByNumberOrderById(String number);

    /** Objections whose answer to the Board is due. */
    List<Itiraz> findByRequestedOnIsNotNullAndAnsweredOnIsNullAndOutcomeIsNull();
}
