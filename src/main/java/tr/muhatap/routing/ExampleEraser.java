package tr.muhatap.routing;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Has the model trained again, from nothing, so that no words of erased applications are left in it. */
@Component
class ExampleEraser implements PersonalDataHolder {

    private final ModelStore store;
    private final Clock clock;

    ExampleEraser(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void erase(Collection<String> numbers) {
        store.request(clock.instant());
    }
}
