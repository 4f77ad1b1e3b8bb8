package tr.muhatap.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriUtils;
import tr.muhatap.access.SecurityLog.Action;
import tr.muhatap.problem.GeoReportErrors;
import tr.muhatap.problem.PagePolicy;

/**
 * Spring Security for our pages, Camunda's apps, its REST API and ours. Closed by default: an address that is not named
 * here requires a role that nobody has.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties({AccessSettings.class, OidcSettings.class})
class SecurityConfiguration {

    /** Camunda's apps use Spring's default names for a CSRF token of their own. */
    static final String CSRF_COOKIE = "MUHATAP-CSRF";

    static final String CSRF_HEADER = "X-MUHATAP-CSRF";

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher CAMUNDA_APPS = PATHS.matcher("/camunda/**");
    private static final RequestMatcher CAMUNDA_SIGN_OUT =
            PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
    private static final RequestMatcher SIGN_IN = PATHS.matcher(HttpMethod.POST, "/giris");

    /** Matches the sign-out; requests with credentials of their own have no session to end. */
    private static final RequestMatcher OWN_SIGN_OUT = new AndRequestMatcher(
            PATHS.matcher(HttpMethod.POST, "/cikis"), new NegatedRequestMatcher(RequestCredentials::arePresent));

    /** Matches API clients: answered with 401, never redirected to a page. */
    private static final RequestMatcher PROGRAMS = new OrRequestMatcher(
            PATHS.matcher("/api/**"),
            PATHS.matcher(GeoReportErrors.ROOT + "/**"),
            PATHS.matcher("/engine-rest/**"),
            PATHS.matcher("/camunda/api/**"),
            PATHS.matcher("/demo/clock"),
            PATHS.matcher("/demo/reset"),
            PATHS.matcher("/actuator/**"));

    /** Request parameter with the page to return to, on the sign-in page's form and address. */
    private static final String RETURN = "donus";

    @Bean
    PageRequestCache wantedPage(ReturnAddresses addresses) {
        return new PageRequestCache(addresses);
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Oidc oidc,
            Accounts accounts,
            SecurityLog securityLog,
            AccessSettings settings,
            OidcSettings oidcSettings,
            PageRequestCache wantedPage,
            ReturnAddresses addresses,
            ExpiredFormHandler forms,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies)
            throws Exception {
        AuthenticationSuccessHandler backToThePage = (request, response, who) -> {
            String page = addresses.page(request.getParameter(RETURN));
            if (page == null) {
                page = wantedPage.remembered(request);
            }
            wantedPage.removeRequest(request, response);
            forms.signedIn(who.getName(), request, response);
            response.sendRedirect(request.getContextPath() + (page == null ? "/" : page));
        };
        if (oidc.signsPeopleIn()) {
            http.oauth2Login(login -> login.loginPage("/giris")
                    .successHandler(backToThePage)
                    .failureHandler((request, response, failure) -> {
                        securityLog.writeRefusedWord();
                        signInFailed(request, response, failure, addresses);
                    })
                    .userInfoEndpoint(info -> info.oidcUserService(oidc.people())));
        }
        if (oidc.takesTokens()) {
            var refusal = new ProblemEntryPoint();
            http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint((request, response, failure) -> {
                        if (RequestCredentials.arePresent(request)) {
                            securityLog.writeRefusedWord();
                        }
                        refusal.commence(request, response, failure);
                    })
                    .accessDeniedHandler(new ProblemAccessDeniedHandler())
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(oidc.systems())));
        }
        var people = new PageFailures(addresses, forms);
        // PasswordAuthenticationProvider is found by its type; registered here as well, it would be called twice for
        // every wrong password
        return http.addFilterAfter(new MaxResultsFilter(), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR,
                                DispatcherType.FORWARD,
                                // The end of an answer that outlasted its request, which was let in
                                DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/giris",
                                "/kurulum",
                                "/basvuru",
                                "/basvuru/*",
                                "/takip",
                                "/takip/*",
                                "/hizmet-standartlari",
                                "/makbuz",
                                "/aydinlatma",
                                "/aydinlatma/*",
                                "/erisilebilirlik",
                                "/robots.txt",
                                "/acik-veri",
                                "/acik-veri/*",
                                "/seffaflik",
                                "/error")
                        .permitAll()
                        .requestMatchers("/css/**", "/js/**", "/img/**", "/webjars/htmx.org/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET, "/api/v1/deadlines", "/api/v1/service-standards", "/api/v1/makbuz")
                        .permitAll()
                        .requestMatchers("/api/v1/takip", "/api/v1/takip/**")
                        .permitAll()
                        // A telephone system may send its secret in the address, which its endpoint checks
                        .requestMatchers("/api/v1/cagri/*")
                        .permitAll()
                        // Reading is for everybody; who writes brings a key, which the interface checks
                        .requestMatchers(GeoReportErrors.ROOT + "/**")
                        .permitAll()
                        .requestMatchers("/open311-anahtarlari", "/open311-anahtarlari/**")
                        .hasAuthority(Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/v3/api-docs", "/v3/api-docs/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(Groups.IZLEME, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/demo/**")
                        .hasAuthority(Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/kabul", "/kabul/*")
                        .hasAnyAuthority(
                                Groups.BEYAZ_MASA,
                                Groups.CAGRI_MERKEZI,
                                Groups.BILGI_EDINME_BIRIMI,
                                Groups.HALKLA_ILISKILER,
                                Groups.CAMUNDA_ADMIN)
                        .requestMatchers(
                                "/basvurular",
                                "/basvurular/*",
                                "/dosya",
                                "/dosya/**",
                                "/sorular",
                                "/kilavuz",
                                "/kilavuz/*",
                                "/soru-cevap",
                                "/soru-cevap/*",
                                "/api/v1/gorev-arama")
                        .access((who, request) -> Staff.decide(who.get()))
                        .requestMatchers("/siradaki-gorev", "/ekip", "/ekip/**", "/toplu-islem", "/toplu-islem/*")
                        .access((who, request) -> Staff.worksOnTasks(who.get()))
                        .requestMatchers("/sablonlar", "/sablonlar/*")
                        .hasAnyAuthority(Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/kurallar", "/kurallar/*")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/kurallar/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/tatiller")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/tatiller")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/birimler", "/birimler/*")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/birimler", "/birimler/*")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/ucret-tarifesi")
                        .hasAnyAuthority(Groups.OF_TARIFFS.toArray(String[]::new))
                        .requestMatchers("/ucret-tarifesi", "/ucret-tarifesi/sil")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/kullanicilar", "/kullanicilar/*")
                        .hasAuthority(Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/durum")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/durum/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/veri-sahibi")
                        .hasAnyAuthority(
                                Groups.HALKLA_ILISKILER, Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/veri-envanteri")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/saklama", "/saklama/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/saklama")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/raporlar", "/raporlar/**")
                        .hasAnyAuthority(Groups.OF_REPORTS.toArray(String[]::new))
                        .requestMatchers("/denetim/orneklemler", "/denetim/orneklemler/**")
                        .hasAuthority(Groups.DENETCI)
                        .requestMatchers("/guvenlik-gunlugu", "/denetim", "/denetim/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/teslim/tebligler", "/teslim/tebligler/*")
                        .hasAnyAuthority(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/gorusler")
                        .hasAnyAuthority(Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(
                                "/teslim", "/teslim/**", "/posta-kutusu", "/posta-kutusu/**", "/aktarim", "/aktarim/**")
                        .hasAnyAuthority(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/cagrilar", "/cagrilar/**")
                        .hasAnyAuthority(Groups.CAGRI_MERKEZI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers(HttpMethod.GET, "/cagri-kaydi/*")
                        .hasAnyAuthority(
                                Groups.HALKLA_ILISKILER_YONETICISI,
                                Groups.SUBE_MUDURU,
                                Groups.DENETCI,
                                Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/bildirim-adresleri", "/bildirim-adresleri/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/camunda/app/cockpit/**")
                        .hasAnyAuthority(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/camunda/app/admin/**")
                        .hasAuthority(Groups.CAMUNDA_ADMIN)
                        .requestMatchers("/camunda", "/camunda/**", "/camunda-welcome/**")
                        .access((who, request) -> Staff.decide(who.get()))
                        .requestMatchers("/engine-rest/**", "/api/v1/**", "/cikis")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProblemEntryPoint())
                        .authenticationDetailsSource(BasicDetails::new))
                .formLogin(form -> form.loginPage("/giris")
                        .successHandler(backToThePage)
                        .failureHandler(
                                (request, response, failure) -> signInFailed(request, response, failure, addresses)))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(OWN_SIGN_OUT, CAMUNDA_SIGN_OUT))
                        .addLogoutHandler((request, response, who) -> {
                            if (who != null) {
                                securityLog.write(Action.CIKIS, who.getName(), who.getName(), null);
                            }
                        })
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, who) -> {
                            if (CAMUNDA_SIGN_OUT.matches(request)) {
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)
                                        .onLogoutSuccess(request, response, who);
                            } else {
                                var toStartPage = new SimpleUrlLogoutSuccessHandler();
                                toStartPage.setDefaultTargetUrl("/");
                                toStartPage.onLogoutSuccess(request, response, who);
                            }
                        }))
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        new SessionSecurityContextRepository(
                                accounts, securityLog, settings.sessionAbsolute(), oidcSettings.session()),
                        new RequestAttributeSecurityContextRepository())))
                .requestCache(cache -> cache.requestCache(wantedPage))
                .exceptionHandling(
                        failures -> failures.defaultAuthenticationEntryPointFor(new ProblemEntryPoint(), PROGRAMS)
                                .defaultAuthenticationEntryPointFor(people, new NegatedRequestMatcher(PROGRAMS))
                                .defaultAccessDeniedHandlerFor(new ProblemAccessDeniedHandler(), PROGRAMS)
                                // People get the error page; a plain handler would respond to them too.
                                .defaultAccessDeniedHandlerFor(people, new NegatedRequestMatcher(PROGRAMS)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(secureCookies))
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(
                                CAMUNDA_APPS,
                                request -> RequestCredentials.areChecked(request, oidc.takesTokens())
                                        && !SIGN_IN.matches(request))
                        .ignoringRequestMatchers("/api/v1/takip/**", "/api/v1/cagri/*", GeoReportErrors.ROOT + "/**"))
                .addFilterAfter(new CsrfCookieFilter(), CsrfFilter.class)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(CAMUNDA_APPS),
                                new ContentSecurityPolicyHeaderWriter(PagePolicy.CONTENT))))
                .build();
    }

    /**
     * Runs before the authentication filters, whose log contains the request's address; Jersey's own filter would run
     * after them.
     */
    @Bean
    static OrderedRequestContextFilter requestKnownToTheSignIn() {
        return new OrderedRequestContextFilter();
    }

    /** Builds all path matchers here; Spring MVC's own would look up a handler on every request. */
    @Bean
    static PathPatternRequestMatcher.Builder paths() {
        return PATHS;
    }

    /**
     * Removes the handler mapping introspector, see {@link #paths}: if present, Spring Security looks up a handler on
     * every request, including those of Camunda's apps and REST API, which have none.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor noHandlersBeforeTheSignIn() {
        return new NoHandlersBeforeTheSignIn();
    }

    /** Requests are measured as a whole; observations of single filters are unused and costly. */
    @Bean
    static SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Answers a failed sign-in with a page or a problem, both with Retry-After. Spring's own handler would store the
     * exception, and the password in it, in a session.
     */
    private static void signInFailed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            ReturnAddresses addresses)
            throws IOException {
        if (!(failure instanceof TooManyFailuresException tooMany)) {
            String page = addresses.page(request.getParameter(RETURN));
            response.sendRedirect(request.getContextPath() + "/giris?error"
                    + (page == null ? "" : "&" + RETURN + "=" + UriUtils.encode(page, StandardCharsets.UTF_8)));
        } else if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            tooMany.write(request, response);
        }
    }

    /** Ordered, so that it runs before Spring Security's own post-processor, which has no order. */
    private static final class NoHandlersBeforeTheSignIn implements BeanDefinitionRegistryPostProcessor, Ordered {

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            registry.removeBeanDefinition("mvcHandlerMappingIntrospector");
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    /** Applies SameSite to all cookies. */
    @Bean
    static CookieSameSiteSupplier allCookiesStayOnThisSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    /** @param secure whether the cookie always has the Secure flag, whatever the proxy reports */
    private static CookieCsrfTokenRepository csrfTokens(boolean secure) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (secure) {
                cookie.secure(true);
            }
        });
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setHeaderName(CSRF_HEADER);
        return tokens;
    }
}
