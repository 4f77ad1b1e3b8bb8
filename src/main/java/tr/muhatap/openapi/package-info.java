/**
 * The description of our REST API (OpenAPI 3.1): what the code's signatures do not say, from {@code openapi/api.yaml}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.openapi;
