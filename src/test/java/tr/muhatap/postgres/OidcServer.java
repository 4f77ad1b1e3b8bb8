package tr.muhatap.postgres;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** The municipality's own sign-in: a real OIDC server with a few people and one system. */
@EnableWebSecurity
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class OidcServer {

    static final String PASSWORD = "kurum-parolasi";
    static final String SYSTEM = "cimer-aktarim";
    static final String SYSTEM_SECRET = "cimer-secret";

    /** Systems whose tokens are not for this program, or not any more. */
    static final String FOR_ANOTHER = "baska-programa";

    static final String OF_ANOTHER_SERVER = "baska-sunucudan";
    static final String EXPIRED = "suresi-gecmis";

    /**
     * Tokens of people: by their groups, by the groups of people in addition to a system's, by the name of a user here.
     */
    static final List<String> PEOPLES = List.of("elif.can", "karma", "gorkem");

    private static final List<String> CLIENTS = Stream.concat(
                    Stream.of(SYSTEM, FOR_ANOTHER, OF_ANOTHER_SERVER, EXPIRED), PEOPLES.stream())
            .toList();

    /** Name and what the server calls their groups. */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "ayse.demir", List.of("HIM-Uzmanlari", "yemekhane"),
            "santral", List.of("camunda-admin"),
            "sistem", List.of("camunda-admin"),
            "elif.can", List.of("HIM-Uzmanlari"),
            "karma", List.of("kanal-istemcisi", "camunda-admin"));

    private static final int PORT = start();

    static int port() {
        return PORT;
    }

    static Map<String, String> settings() {
        String server = "http://127.0.0.1:" + PORT;
        String registration = "spring.security.oauth2.client.registration.kurum.";
        String provider = "spring.security.oauth2.client.provider.kurum.";
        var settings = new LinkedHashMap<String, String>();
        settings.put(registration + "client-id", "muhatap");
        settings.put(registration + "client-secret", "muhatap-secret");
        settings.put(registration + "scope", "openid");
        settings.put(registration + "authorization-grant-type", "authorization_code");
        settings.put(registration + "redirect-uri", "{baseUrl}/login/oauth2/code/{registrationId}");
        settings.put(provider + "authorization-uri", server + "/oauth2/authorize");
        settings.put(provider + "token-uri", server + "/oauth2/token");
        settings.put(provider + "jwk-set-uri", server + "/oauth2/jwks");
        settings.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", server + "/oauth2/jwks");
        settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", server);
        settings.put("spring.security.oauth2.resourceserver.jwt.audiences", "muhatap");
        settings.put("muhatap.oidc.group-names[HIM-Uzmanlari]", "halkla-iliskiler");
        return settings;
    }

    private static int start() {
        var context = new SpringApplicationBuilder(OidcServer.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "spring.config.name=oidc-server",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.jmx.enabled=false")
                .run();
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, protocol -> protocol.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(GROUPS.keySet().stream()
                .map(name ->
                        User.withUsername(name).password("{noop}" + PASSWORD).build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients() {
        var pages = RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId("muhatap")
                .clientSecret("{noop}muhatap-secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/login/oauth2/code/kurum")
                .scope("openid")
                .build();
        var systems = CLIENTS.stream()
                .map(client -> RegisteredClient.withId(UUID.randomUUID().toString())
                        .clientId(client)
                        .clientSecret("{noop}" + SYSTEM_SECRET + client)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build());
        return new InMemoryRegisteredClientRepository(
                Stream.concat(Stream.of(pages), systems).toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            String name = token.getPrincipal().getName();
            var claims = token.getClaims()
                    .claim("preferred_username", name)
                    .claim("given_name", "Ayşe")
                    .claim("family_name", "Demir")
                    .claim("email", name + "@belediye.example")
                    .claim("groups", GROUPS.getOrDefault(name, List.of("kanal-istemcisi")));
            if (CLIENTS.contains(name)) {
                claims.audience(List.of(name.equals(FOR_ANOTHER) ? "ebys" : "muhatap"));
            }
            if (name.equals(OF_ANOTHER_SERVER)) {
                claims.issuer("https://kimlik.baska.example");
            }
            if (name.equals(EXPIRED)) {
                claims.issuedAt(Instant.now().minusSeconds(7_200))
                        .expiresAt(Instant.now().minusSeconds(3_600));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("test")
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings protocolSettings() {
        return AuthorizationServerSettings.builder().build();
    }
}
