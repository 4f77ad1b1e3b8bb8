package tr.muhatap.engine;

import static tr.muhatap.engine.Callers.ADMINISTRATORS;
import static tr.muhatap.engine.Callers.OWNERS;
import static tr.muhatap.engine.Callers.STAFF;
import static tr.muhatap.engine.Callers.WATCHERS;
import static tr.muhatap.engine.Callers.WORKERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The allow-list of all engine operations that are reachable over HTTP: those that Camunda's apps call, and those that
 * the program's API promises. Unused rows are removed.
 */
@Component
class EngineOperations {

    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String DELETE = "DELETE";
    private static final String OPTIONS = "OPTIONS";

    /** The engine's REST API, for API clients. */
    private static final String REST = "/engine-rest";

    /** The same API as embedded in Camunda's apps. */
    private static final String APPS = "/camunda/api/engine/engine/default";

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    private record Place(String method, int segments) {}

    private final List<EngineOperation> all;
    private final Map<Place, List<EngineOperation>> byPlace;

    EngineOperations() {
        var rows = new Rows();
        signIn(rows);
        tasks(rows);
        filters(rows);
        processes(rows);
        jobs(rows);
        definitions(rows);
        history(rows);
        people(rows);
        cockpit(rows);
        plugins(rows);
        all = List.copyOf(rows.rows);
        byPlace = all.stream()
                .collect(Collectors.groupingBy(row -> new Place(
                        row.method(), EngineOperation.segments(row.path()).size())));
    }

    List<EngineOperation> all() {
        return all;
    }

    Optional<EngineOperation> find(String method, String path) {
        var segments = EngineOperation.segments(path);
        return byPlace.getOrDefault(new Place(method, segments.size()), List.of()).stream()
                .filter(row -> row.matches(segments))
                .findFirst();
    }

    private static void signIn(Rows rows) {
        rows.add(GET, "/camunda/api/admin/auth/user/default", STAFF, "the apps ask who is signed in");
        rows.add(POST, "/camunda/api/admin/auth/user/default/logout", STAFF, "the apps sign out");
        rows.add(GET, "/camunda/api/engine/engine/", STAFF, "the apps ask which engines there are");
    }

    private static void tasks(Rows rows) {
        rows.both(GET, "/task", STAFF, "lists of tasks");
        rows.both(POST, "/task", STAFF, "lists of tasks; Cockpit's tab of an instance");
        rows.both(GET, "/task/count", STAFF, "numbers of tasks; Cockpit's dashboard");
        rows.both(POST, "/task/count", STAFF, "numbers of tasks; Cockpit's tab of an instance");
        rows.both(GET, "/task/report/candidate-group-count", WATCHERS, "Cockpit's page of tasks");
        rows.both(GET, "/task/{id}", STAFF, "a task");
        rows.both(GET, "/task/{id}/identity-links", STAFF, "who may take a task; Cockpit's tab of an instance");
        rows.rest(GET, "/task/{id}/variables", WATCHERS, "a task's variables");
        rows.rest(GET, "/task/{id}/variables/{variable}", WATCHERS, "a task's variables");
        rows.apps(GET, "/task/{id}/form", STAFF, "Tasklist opens a task");
        rows.apps(GET, "/task/{id}/deployed-form", STAFF, "Tasklist opens a task");
        rows.apps(GET, "/task/{id}/form-variables", STAFF, "Tasklist opens a task");
        rows.both(POST, "/task/{id}/claim", WORKERS, "to take a task oneself");
        rows.both(POST, "/task/{id}/unclaim", WORKERS, "to give one's own task back");
        rows.rest(POST, "/task/{id}/complete", WORKERS, "to complete a step with its decision");
        rows.both(POST, "/task/{id}/submit-form", WORKERS, "to complete a step with its decision");
    }

    private static void filters(Rows rows) {
        rows.both(GET, "/filter", STAFF, "Tasklist's lists");
        rows.apps(GET, "/filter/count", STAFF, "Tasklist's lists");
        rows.apps(OPTIONS, "/filter", STAFF, "Tasklist asks whether lists may be made");
        rows.both(GET, "/filter/{id}", STAFF, "one of Tasklist's lists");
        rows.rest(GET, "/filter/{id}/list", STAFF, "the tasks of a list");
        rows.both(POST, "/filter/{id}/list", STAFF, "the tasks of a list");
        rows.rest(GET, "/filter/{id}/count", STAFF, "the number of a list's tasks");
        rows.both(POST, "/filter/{id}/count", STAFF, "the number of a list's tasks");
        rows.both(POST, "/filter/create", ADMINISTRATORS, "a list for all in Tasklist");
        rows.both(PUT, "/filter/{id}", ADMINISTRATORS, "a list for all in Tasklist");
        rows.both(DELETE, "/filter/{id}", ADMINISTRATORS, "a list for all in Tasklist");
    }

    private static void processes(Rows rows) {
        rows.both(GET, "/process-instance", WATCHERS, "lists of instances, by business key or by what called them");
        rows.both(POST, "/process-instance", WATCHERS, "Cockpit's list of instances");
        rows.both(GET, "/process-instance/count", WATCHERS, "numbers of instances");
        rows.both(POST, "/process-instance/count", WATCHERS, "Cockpit's list of instances");
        rows.both(GET, "/process-instance/{id}", WATCHERS, "an instance");
        rows.both(GET, "/process-instance/{id}/activity-instances", WATCHERS, "where an instance stands");
        rows.rest(GET, "/process-instance/{id}/variables", WATCHERS, "the variables of an instance");
        rows.rest(GET, "/process-instance/{id}/variables/{variable}", WATCHERS, "a variable of an instance");
        rows.both(GET, "/variable-instance", WATCHERS, "lists of variables");
        rows.both(POST, "/variable-instance", WATCHERS, "Cockpit's tab of an instance");
        rows.both(GET, "/variable-instance/count", WATCHERS, "numbers of variables");
        rows.both(POST, "/variable-instance/count", WATCHERS, "Cockpit's tab of an instance");
        rows.both(GET, "/incident", WATCHERS, "what failed");
        rows.both(GET, "/incident/count", WATCHERS, "how much failed");
    }

    private static void jobs(Rows rows) {
        rows.both(GET, "/job", WATCHERS, "timers and deliveries");
        rows.both(POST, "/job", WATCHERS, "Cockpit's tab of an instance");
        rows.both(GET, "/job/count", WATCHERS, "numbers of timers and deliveries");
        rows.both(POST, "/job/count", WATCHERS, "Cockpit's tab of an instance");
        rows.rest(GET, "/job/{id}", WATCHERS, "a timer or a delivery");
        rows.both(GET, "/job/{id}/stacktrace", WATCHERS, "why a delivery failed");
        rows.both(PUT, "/job/{id}/retries", OWNERS, "a failed delivery is tried again");
        rows.apps(GET, "/job-definition", WATCHERS, "Cockpit's tab of a definition");
        rows.apps(GET, "/job-definition/count", WATCHERS, "Cockpit's tab of a definition");
        rows.apps(GET, "/job-definition/{id}", WATCHERS, "Cockpit's tab of an instance");
    }

    private static void definitions(Rows rows) {
        rows.both(GET, "/process-definition", WATCHERS, "Cockpit's lists of processes");
        rows.both(GET, "/process-definition/count", WATCHERS, "Cockpit's lists of processes");
        rows.apps(GET, "/process-definition/statistics", WATCHERS, "Cockpit's dashboard");
        rows.both(GET, "/process-definition/{definition}", WATCHERS, "a process");
        rows.rest(GET, "/process-definition/key/{key}", WATCHERS, "a process as it is now");
        rows.apps(GET, "/process-definition/{definition}/xml", STAFF, "the diagram in Cockpit and Tasklist");
        rows.apps(GET, "/process-definition/{definition}/statistics", WATCHERS, "Cockpit's diagram");
        rows.apps(
                GET,
                "/process-definition/{definition}/static-called-process-definitions",
                WATCHERS,
                "Cockpit's diagram");
        rows.both(GET, "/decision-definition", WATCHERS, "Cockpit's lists of decision tables");
        rows.both(GET, "/decision-definition/count", WATCHERS, "Cockpit's lists of decision tables");
        rows.apps(GET, "/decision-definition/{definition}", WATCHERS, "a decision table");
        rows.apps(GET, "/decision-definition/{definition}/xml", WATCHERS, "a decision table as Cockpit draws it");
        rows.apps(GET, "/decision-requirements-definition", WATCHERS, "Cockpit's lists of decision tables");
        rows.apps(GET, "/decision-requirements-definition/count", WATCHERS, "Cockpit's dashboard");
        rows.apps(GET, "/case-definition/count", WATCHERS, "Cockpit asks before it draws its dashboard");
        rows.both(GET, "/deployment", WATCHERS, "Cockpit's page of deployments");
        rows.both(GET, "/deployment/count", WATCHERS, "Cockpit's page of deployments");
        rows.apps(GET, "/deployment/{id}/resources", WATCHERS, "Cockpit's page of deployments");
        rows.apps(GET, "/deployment/{id}/resources/{id}", WATCHERS, "Cockpit's page of deployments");
        rows.apps(GET, "/deployment/{id}/resources/{id}/data", WATCHERS, "Cockpit's page of deployments");
    }

    private static void history(Rows rows) {
        for (var kind : List.of(
                "variable-instance", "task", "detail", "activity-instance", "user-operation", "process-instance")) {
            rows.rest(GET, "/history/" + kind, WATCHERS, "what the engine keeps of the past");
            rows.rest(GET, "/history/" + kind + "/count", WATCHERS, "what the engine keeps of the past");
        }
        rows.apps(POST, "/history/task/count", WATCHERS, "Cockpit's page of tasks");
        rows.apps(GET, "/history/decision-instance", WATCHERS, "Cockpit's page of a decision table");
        rows.apps(GET, "/history/decision-instance/count", WATCHERS, "Cockpit's page of a decision table");
    }

    private static void people(Rows rows) {
        rows.both(GET, "/user", ADMINISTRATORS, "lists of users");
        rows.both(GET, "/user/count", ADMINISTRATORS, "numbers of users");
        rows.apps(OPTIONS, "/user/", ADMINISTRATORS, "Admin asks whether users may be made");
        rows.both(POST, "/user/create", ADMINISTRATORS, "a new user");
        rows.both(DELETE, "/user/{user}", ADMINISTRATORS, "a user leaves");
        rows.both(GET, "/user/{user}/profile", STAFF, "the apps show who is signed in and who has a task");
        rows.both(PUT, "/user/{user}/profile", STAFF, "one's own profile, and all of them for administrators");
        rows.both(PUT, "/user/{user}/credentials", STAFF, "one's own password, and all of them for administrators");
        rows.both(GET, "/group", ADMINISTRATORS, "lists of groups");
        rows.apps(
                POST,
                "/group",
                STAFF,
                "names of groups on Cockpit's page of tasks; one's own in Welcome; Admin's page of a user's groups");
        rows.rest(GET, "/group/count", ADMINISTRATORS, "numbers of groups");
        rows.apps(GET, "/group/count", STAFF, "Welcome shows one's own groups");
        rows.apps(GET, "/identity/password-policy", STAFF, "the apps show what a new password has to be");
        rows.apps(POST, "/identity/password-policy", STAFF, "the apps judge a new password while it is typed");
        rows.apps(OPTIONS, "/group/", ADMINISTRATORS, "Admin asks what may be done with groups");
        rows.both(GET, "/group/{group}", ADMINISTRATORS, "a group");
        rows.both(PUT, "/group/{group}/members/{user}", ADMINISTRATORS, "a user becomes a member");
        rows.both(DELETE, "/group/{group}/members/{user}", ADMINISTRATORS, "a user is no member any more");
        rows.apps(GET, "/authorization/check", STAFF, "an app asks whether it may be opened");
        rows.apps(GET, "/authorization", ADMINISTRATORS, "Tasklist's dialog of a list");
        rows.apps(GET, "/telemetry/data", ADMINISTRATORS, "Admin's page of the system");
        rows.add(
                GET,
                "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
                ADMINISTRATORS,
                "Admin's page of the system");
    }

    private static void cockpit(Rows rows) {
        rows.add(GET, COCKPIT + "/process-definition/statistics", WATCHERS, "Cockpit's list of processes");
        rows.add(GET, COCKPIT + "/process-definition/statistics-count", WATCHERS, "Cockpit's list of processes");
        rows.add(
                POST,
                COCKPIT + "/process-definition/{definition}/called-process-definitions",
                WATCHERS,
                "Cockpit's tab of a definition");
        rows.add(POST, COCKPIT + "/process-instance", WATCHERS, "Cockpit's tab of a definition");
        rows.add(POST, COCKPIT + "/process-instance/count", WATCHERS, "Cockpit's tab of a definition");
        rows.add(
                POST,
                COCKPIT + "/process-instance/{id}/called-process-instances",
                WATCHERS,
                "Cockpit's tab of an instance");
        rows.add(POST, COCKPIT + "/incident/", WATCHERS, "Cockpit's tabs of incidents");
        rows.add(POST, COCKPIT + "/incident/count", WATCHERS, "Cockpit's tabs of incidents");
    }

    private static void plugins(Rows rows) {
        Map.of("admin", ADMINISTRATORS, "cockpit", WATCHERS, "tasklist", STAFF).forEach((app, callers) -> {
            for (var file : List.of("plugin.js", "plugin.css")) {
                rows.add(
                        GET,
                        "/camunda/api/" + app + "/plugin/" + app + "Plugins/static/app/" + file,
                        callers,
                        "the app loads its own parts");
            }
        });
    }

    private static final class Rows {

        private final List<EngineOperation> rows = new ArrayList<>();

        void add(String method, String path, Callers callers, String reason) {
            rows.add(new EngineOperation(method, path, callers, reason));
        }

        void rest(String method, String path, Callers callers, String reason) {
            add(method, REST + path, callers, reason);
        }

        void apps(String method, String path, Callers callers, String reason) {
            add(method, APPS + path, callers, reason);
        }

        void both(String method, String path, Callers callers, String reason) {
            rest(method, path, callers, reason);
            apps(method, path, callers, reason);
        }
    }
}
