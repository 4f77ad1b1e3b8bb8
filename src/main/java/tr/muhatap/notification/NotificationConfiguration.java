package tr.muhatap.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({NotificationSettings.class, NetgsmSettings.class})
class NotificationConfiguration {

    @Bean
    NetgsmClient netgsm(NetgsmSettings settings, ObjectMapper json) {
        return new NetgsmClient(settings, json);
    }

    @Bean
    NetgsmReports netgsmReports(
            NetgsmClient client,
            NetgsmSettings settings,
            SmsJobs jobs,
            Messages messages,
            Undelivered undelivered,
            DoorEvents door,
            Clock clock) {
        return new NetgsmReports(client, settings, jobs, messages, undelivered, door, clock);
    }

    /** NetGSM where an account is set, else files. */
    @Bean
    SmsSender sms(
            NetgsmClient client, NetgsmSettings netgsm, NotificationSettings settings, SmsJobs jobs, DoorEvents door) {
        var sender = netgsm.user().isEmpty() ? new FileSmsSender(settings) : new NetgsmSender(client, netgsm, jobs);
        return (key, phone, text) -> {
            try {
                sender.send(key, phone, text);
                door.taken(DoorKind.SMS);
            } catch (RuntimeException failed) {
                door.refused(DoorKind.SMS);
                throw failed;
            }
        };
    }
}
