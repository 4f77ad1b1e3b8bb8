package tr.muhatap.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.Problems;
import tr.muhatap.text.Texts;

/**
 * Completes the OpenAPI document generated from the controllers: descriptions and examples, all statuses, refusal
 * codes, and security schemes. Computed on request, not at startup.
 */
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

    /** Version if the program was not built by Maven. */
    static final String UNKNOWN_VERSION = Texts.of("openapi.api-description.gelistirme");

    private static final String ANY = "*/*";
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "Problem";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String SESSION = "oturum";

    /** Statuses common to all operations. */
    private static final List<Integer> OF_ALL = List.of(400, 401, 403, 406, 429, 500, 503);

    private static final List<Integer> OF_A_BODY = List.of(413, 415, 422);
    private static final int CONFLICT = 409;

    /** Refusal codes common to all changes of an application, and of all other changes. */
    private static final List<String> CODES_OF_AN_APPLICATION = List.of(
            "BASVURU_KAPALI",
            "DURUM_UYGUN_DEGIL",
            "HIZMET_STANDARDI_YOK",
            "KAYIT_DEGISTI",
            "KISISEL_VERI_SILINMIS",
            "TATIL_TABLOSU_BITTI");

    private static final List<String> CODES_OF_ALL = List.of("KAYIT_DEGISTI");

    private final ObjectMapper json;
    private final ObjectProvider<BuildProperties> build;

    ApiDescription(ObjectMapper json, ObjectProvider<BuildProperties> build) {
        this.json = json;
        this.build = build;
    }

    @Override
    public void customise(OpenAPI api) {
        var words = ApiWords.read(json);
        api.info(new Info()
                .title(words.title())
                .version(build.stream()
                        .map(BuildProperties::getVersion)
                        .findFirst()
                        .orElse(UNKNOWN_VERSION))
                .description(words.description())
                .contact(new Contact().name(Texts.of("openapi.api-description.belediyenin-sistem-yoneticisi"))));
        api.servers(List.of(new Server().url("/").description(Texts.of("openapi.api-description.bu-kurulum"))));
        api.tags(words.tags().entrySet().stream()
                .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                .toList());
        signIn(api);
        problems(api.getComponents());
        var requests = new TreeSet<String>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var own = words.operations().get(method + " " + path);
                    if (own != null) {
                        describe(operation, own, method, path);
                    }
                    parameters(operation, words.parameters());
                    if (operation.getRequestBody() != null) {
                        schemasIn(operation.getRequestBody().getContent(), api.getComponents(), requests);
                    }
                }));
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var model = words.schemas().get(name);
            if (requests.contains(name)) {
                schema.setRequired(model == null || model.required().isEmpty() ? null : model.required());
            }
            if (model != null) {
                describe(schema, model);
            }
        });
    }

    private static void signIn(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description(Texts.of("openapi.api-description.kullanici-adi-ve-parola-uretimde")))
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        Texts.of("openapi.api-description.belediyenin-giris-sunucusundan-oidc-alinan")))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("JSESSIONID")
                                .description(Texts.of(
                                        "openapi.api-description.tarayicida-acilmis-oturum-degistiren-isteklerde")));
        api.security(List.of(
                new SecurityRequirement().addList(BASIC),
                new SecurityRequirement().addList(BEARER),
                new SecurityRequirement().addList(SESSION)));
    }

    private static void problems(Components components) {
        var field = new JsonSchema()
                .addProperty(
                        "field", text(Texts.of("openapi.api-description.gonderildigi-adiyla-alan-ornegin-applicant")))
                .addProperty("message", text(Texts.of("openapi.api-description.neyin-yanlis-oldugu-turkce")))
                .required(List.of("field", "message"))
                .types(Set.of("object"));
        var errors = new JsonSchema()
                .items(field)
                .types(Set.of("array"))
                .description(Texts.of("openapi.api-description.girdi-hataliysa-hatali-alanlarin-tamami"));
        var problem = new JsonSchema()
                .types(Set.of("object"))
                .description(Texts.of("openapi.api-description.rfc-9457-biciminde-hata-detail"))
                .addProperty("type", text(Texts.of("openapi.api-description.her-zaman-about-blank")))
                .addProperty("title", text(Texts.of("openapi.api-description.durumun-adi")))
                .addProperty(
                        "status",
                        new JsonSchema()
                                .types(Set.of("integer"))
                                .description(Texts.of("openapi.api-description.http-durumu")))
                .addProperty("detail", text(Texts.of("openapi.api-description.ne-oldugu-ve-ne-yapilabilecegi")))
                .addProperty("instance", text(Texts.of("openapi.api-description.istegin-yolu")))
                .addProperty("code", text(Texts.of("openapi.api-description.kuralin-degismeyen-kodu-yalnizca-bir")))
                .addProperty("errors", errors)
                .required(List.of("title", "status", "detail"));
        components.addSchemas(PROBLEM, problem);
        var statuses = new TreeSet<>(OF_ALL);
        statuses.addAll(OF_A_BODY);
        statuses.add(404);
        statuses.forEach(status -> components.addResponses(name(status), problem(HttpStatus.valueOf(status))));
    }

    private static Schema<?> text(String meaning) {
        return new JsonSchema().types(Set.of("string")).description(meaning);
    }

    private static ApiResponse problem(HttpStatus status) {
        var example = new LinkedHashMap<String, Object>();
        var problem = Problems.of(status, Problems.defaultDetail(status));
        example.put("type", "about:blank");
        example.put("title", Objects.requireNonNull(problem.getTitle()));
        example.put("status", status.value());
        if (status == HttpStatus.UNPROCESSABLE_ENTITY) {
            example.put("detail", Texts.of("text.check.bu-alan-zorunludur"));
            example.put(
                    "errors", List.of(Map.of("field", "text", "message", Texts.of("text.check.bu-alan-zorunludur"))));
        } else {
            example.put("detail", Objects.requireNonNull(problem.getDetail()));
        }
        var response = new ApiResponse()
                .description(problem.getTitle())
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType()
                                        .schema(new JsonSchema().$ref(SCHEMAS + PROBLEM))
                                        .example(example)));
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description(Texts.of("openapi.api-description.saniye-ancak-bundan-sonra-yeniden"))
                            .schema(new JsonSchema().types(Set.of("integer"))));
        }
        return response;
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static void describe(Operation operation, ApiWords.Operation words, HttpMethod method, String path) {
        operation.setOperationId(words.id());
        operation.setTags(List.of(words.tag()));
        operation.setSummary(words.summary());
        operation.setDescription(
                (words.description() == null ? "" : words.description().strip() + "\n\n") + "**Kim:** "
                        + Objects.requireNonNullElse(
                                words.who(), Texts.of("openapi.api-description.herkes-oturum-gerekmez")));
        if (words.who() == null) {
            operation.setSecurity(List.of());
        }
        answers(operation, words, method, path);
        var body = operation.getRequestBody();
        if (body != null) {
            body.setRequired(true);
            if (words.request() != null) {
                body.getContent().values().forEach(type -> type.setExample(words.request()));
            }
        }
    }

    private static void answers(Operation operation, ApiWords.Operation words, HttpMethod method, String path) {
        var generated = operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .findFirst();
        var responses = new ApiResponses();
        words.answers().forEach((status, meaning) -> {
            var response = new ApiResponse().description(meaning);
            if (!status.equals("204")) {
                generated.ifPresent(content -> response.content(content(content, words)));
            }
            words.headers()
                    .forEach((header, what) -> response.addHeaderObject(
                            header, new Header().description(what).schema(new JsonSchema().types(Set.of("string")))));
            responses.addApiResponse(status, response);
        });
        var statuses = new TreeSet<>(OF_ALL);
        if (operation.getRequestBody() != null) {
            statuses.addAll(OF_A_BODY);
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        statuses.addAll(words.refusals());
        if (method != HttpMethod.GET || !words.codes().isEmpty()) {
            statuses.remove(CONFLICT);
            responses.addApiResponse(String.valueOf(CONFLICT), conflict(words.codes(), isOfAnApplication(path)));
        }
        statuses.forEach(status ->
                responses.addApiResponse(String.valueOf(status), new ApiResponse().$ref(RESPONSES + name(status))));
        operation.setResponses(responses);
    }

    private static Content content(Content generated, ApiWords.Operation words) {
        var content = new Content();
        generated.forEach((type, media) -> {
            if (isBytes(media.getSchema())) {
                content.addMediaType(
                        ANY,
                        new MediaType()
                                .schema(new JsonSchema().types(Set.of("string")).format("binary")));
                return;
            }
            var own = new MediaType().schema(media.getSchema());
            if (words.response() != null) {
                own.setExample(words.response());
            }
            content.addMediaType(type.equals(ANY) ? JSON : type, own);
        });
        return content;
    }

    private static boolean isBytes(Schema<?> schema) {
        return "byte".equals(schema.getFormat());
    }

    private static boolean isOfAnApplication(String path) {
        return path.contains("/{number}/") || path.startsWith("/api/v1/takip/");
    }

    private static ApiResponse conflict(List<String> patterns, boolean ofAnApplication) {
        var codes = new TreeSet<>(RefusalCodes.matching(patterns));
        codes.addAll(ofAnApplication ? CODES_OF_AN_APPLICATION : CODES_OF_ALL);
        var code = new JsonSchema().types(Set.of("string"));
        code.setEnum(new ArrayList<Object>(codes));
        var schema = new JsonSchema()
                .allOf(List.of(
                        new JsonSchema().$ref(SCHEMAS + PROBLEM),
                        new JsonSchema().addProperty("code", code).required(List.of("code"))));
        return new ApiResponse()
                .description(Texts.of("openapi.api-description.bir-kural-izin-vermiyor-hicbir"))
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(schema)));
    }

    private static void parameters(Operation operation, Map<String, String> words) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                if (words.containsKey(parameter.getName())) {
                    parameter.setDescription(words.get(parameter.getName()));
                }
            });
        }
    }

    private static void describe(Schema<?> schema, ApiWords.Model model) {
        if (model.description() != null) {
            schema.setDescription(model.description());
        }
        model.properties().forEach((name, meaning) -> {
            if (schema.getProperties() != null && schema.getProperties().get(name) != null) {
                schema.getProperties().get(name).setDescription(meaning);
            }
        });
        model.longest().forEach((name, longest) -> {
            if (schema.getProperties() != null && schema.getProperties().get(name) != null) {
                schema.getProperties().get(name).setMaxLength(longest);
            }
        });
    }

    /** Collects the names of all schemas that a body refers to, transitively. */
    private static void schemasIn(Content content, Components components, Set<String> names) {
        content.values().forEach(type -> schemasIn(type.getSchema(), components, names));
    }

    private static void schemasIn(@Nullable Schema<?> schema, Components components, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(SCHEMAS.length());
            if (names.add(name)) {
                schemasIn(components.getSchemas().get(name), components, names);
            }
            return;
        }
        var below = new LinkedHashSet<Schema<?>>();
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(below::add);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(below::add);
        }
        if (schema.getItems() != null) {
            below.add(schema.getItems());
        }
        below.forEach(each -> schemasIn(each, components, names));
    }
}
