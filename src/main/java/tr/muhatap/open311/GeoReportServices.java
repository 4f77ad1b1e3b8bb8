package tr.muhatap.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.text.Texts;

/** The topics as services, and what a request of each may say besides its description. */
@Component
class GeoReportServices {

    /** The kind of the application. */
    static final String KIND = "TUR";

    /** Where it is, in words. */
    static final String PLACE = "YER_TARIFI";

    /** Tips and requests for information have doors of their own: nothing of them goes out here. */
    static final List<Kind> KINDS = List.of(Kind.SIKAYET, Kind.TALEP, Kind.ONERI, Kind.TESEKKUR);

    private final Organization organization;

    GeoReportServices(Organization organization) {
        this.organization = organization;
    }

    GeoReportDocument list() {
        return new GeoReportDocument(
                "services", organization.topics().stream().map(this::service).toList());
    }

    private Map<String, Object> service(Topic topic) {
        String unit = organization.unit(topic.unit()).map(Unit::name).orElse("");
        var service = new LinkedHashMap<String, Object>();
        service.put("service_code", topic.code());
        service.put("service_name", topic.name());
        service.put("description", topic.name());
        service.put("metadata", true);
        service.put("type", "realtime");
        service.put("keywords", unit);
        service.put("group", unit);
        return service;
    }

    GeoReportDocument definition(Topic topic) {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("service_code", topic.code());
        definition.put(
                "attributes",
                List.of(
                        attribute(
                                KIND,
                                "singlevaluelist",
                                Texts.of("open311.ozellik.tur"),
                                1,
                                KINDS.stream()
                                        .map(kind -> value(kind.name(), kind.label()))
                                        .toList()),
                        attribute(PLACE, "string", Texts.of("open311.ozellik.yer"), 2, List.of())));
        return new GeoReportDocument("service_definition", definition);
    }

    private static Map<String, Object> attribute(
            String code, String type, String description, int order, List<Map<String, Object>> values) {
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put("variable", true);
        attribute.put("code", code);
        attribute.put("datatype", type);
        attribute.put("required", false);
        attribute.put("datatype_description", Texts.of("open311.ozellik.bos-kalabilir"));
        attribute.put("order", order);
        attribute.put("description", description);
        attribute.put("values", values);
        return attribute;
    }

    private static Map<String, Object> value(String key, String name) {
        var value = new LinkedHashMap<String, Object>();
        value.put("key", key);
        value.put("name", name);
        return value;
    }

    /** What there is, and where: for a client that knows the address alone. */
    static GeoReportDocument discovery(String address, String contact, String changed) {
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", address);
        endpoint.put("changeset", changed);
        endpoint.put("type", "production");
        endpoint.put(
                "formats",
                Stream.of("text/xml", "application/json")
                        .map(Object.class::cast)
                        .toList());
        var discovery = new LinkedHashMap<String, Object>();
        discovery.put("changeset", changed);
        discovery.put("contact", contact);
        discovery.put("key_service", contact);
        discovery.put("endpoints", List.of(endpoint));
        return new GeoReportDocument("discovery", discovery);
    }
}
