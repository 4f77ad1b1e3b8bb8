package tr.muhatap.notification;

import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.basvuru.ServiceWays;

/** Notices are served by the medium of their messages. */
@Component
class DestinationServiceWays implements ServiceWays {

    @Override
    public ServiceWay of(Basvuru basvuru) {
        return Destination.ofAnswer(basvuru).serviceWay();
    }

    @Override
    public ServiceWay fastest(Basvuru basvuru) {
        return Destination.ofUrgentNotice(basvuru).serviceWay();
    }
}
