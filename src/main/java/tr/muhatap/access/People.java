package tr.muhatap.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tr.muhatap.access.SecurityLog.Action;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * The office's users and their groups, for administrators. Every change goes through {@link UserDirectory}, whose rules hold for
 * every other way as well; a change is seen at the user's next request.
 */
@Service
public class People {

    private static final String ADMINISTRATORS = "hasAuthority('" + Groups.CAMUNDA_ADMIN + "')";

    /** A lock until then is none that ends. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final UserDirectory directory;
    private final Accounts accounts;
    private final LastAdministrator lastAdministrator;
    private final CurrentUser currentUser;
    private final SecurityLog securityLog;
    private final OfficeLog officeLog;
    private final Clock clock;

    People(
            JdbcClient jdbc,
            UserDirectory directory,
            Accounts accounts,
            LastAdministrator lastAdministrator,
            CurrentUser currentUser,
            SecurityLog securityLog,
            OfficeLog officeLog,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.accounts = accounts;
        this.lastAdministrator = lastAdministrator;
        this.currentUser = currentUser;
        this.securityLog = securityLog;
        this.officeLog = officeLog;
        this.clock = clock;
    }

    private record Row(
            String id,
            String firstName,
            String lastName,
            String email,
            @Nullable Timestamp lockedUntil,
            @Nullable String group) {}

    /**
     * Users by name.
     *
     * @param words each is part of a name, a user name or an address; none: all
     * @param group null: of any group
     */
    @PreAuthorize(ADMINISTRATORS)
    public List<Person> find(@Nullable String words, @Nullable String group) {
        var searched = TurkishText.words(words == null ? "" : words).strip();
        return read("").stream()
                .filter(person ->
                        group == null || group.isEmpty() || person.groups().contains(group))
                .filter(person -> searched.isEmpty() || holds(person, searched))
                .sorted(java.util.Comparator.comparing(person -> TurkishText.folded(person.name())))
                .toList();
    }

    private static boolean holds(Person person, String searched) {
        String text = TurkishText.words(person.name() + " " + person.id() + " " + person.email());
        return List.of(searched.split(" ")).stream().allMatch(text::contains);
    }

    /** @throws NotFoundException if there is no such user */
    @PreAuthorize(ADMINISTRATORS)
    public Person get(String id) {
        return one(id).orElseThrow(() -> new NotFoundException(Texts.of("access.people.kullanici-yok")));
    }

    private Optional<Person> one(String id) {
        return read(id).stream().findFirst();
    }

    /** Every group by its id, with its display name. */
    public Map<String, String> groupNames() {
        var names = new LinkedHashMap<String, String>();
        var known = new LinkedHashMap<String, String>();
        jdbc.sql("select id_, name_ from act_id_group order by name_, id_")
                .query((row, index) -> known.put(row.getString(1), row.getString(2)))
                .list();
        Groups.OFFICE.forEach(group -> names.put(group, Objects.requireNonNullElse(known.get(group), group)));
        known.forEach((group, name) -> {
            if (Groups.isUnit(group)) {
                names.put(group, name);
            }
        });
        Groups.SYSTEMS.forEach(group -> names.put(group, Texts.of("access.people.grup." + group)));
        return names;
    }

    /** Whether an OIDC server says who this is; then it says the groups as well. */
    @PreAuthorize(ADMINISTRATORS)
    public boolean isFromServer(String id) {
        return directory.isFromServer(id);
    }

    /** @throws InvalidInputException naming the faulty fields */
    @PreAuthorize(ADMINISTRATORS)
    @Transactional
    public Person add(
            String id, String firstName, String lastName, String email, String password, Collection<String> groups) {
        var faults = new ArrayList<FieldError>();
        String fault = UserNames.fault(id);
        if (fault != null) {
            faults.add(new FieldError("id", fault));
        } else if (one(id).isPresent()) {
            faults.add(new FieldError("id", Texts.of("access.people.kullanici-adi-var")));
        }
        String weak = PasswordRule.fault(password, id);
        if (weak != null) {
            faults.add(new FieldError("parola", weak));
        }
        requireName(firstName, lastName, faults);
        requireKnown(groups, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        directory.create(id, firstName, lastName, email, password);
        new HashSet<>(groups).forEach(group -> directory.join(id, group));
        return get(id);
    }

    @PreAuthorize(ADMINISTRATORS)
    @Transactional
    public void change(String id, String firstName, String lastName, String email) {
        get(id);
        var faults = new ArrayList<FieldError>();
        requireName(firstName, lastName, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        directory.change(id, firstName, lastName, email);
    }

    /** Exactly these from now on. */
    @PreAuthorize(ADMINISTRATORS)
    @Transactional
    public void setGroups(String id, Collection<String> groups) {
        var person = get(id);
        var faults = new ArrayList<FieldError>();
        var unchanged = new HashSet<>(person.groups());
        requireKnown(groups.stream().filter(group -> !unchanged.contains(group)).toList(), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        var wanted = Set.copyOf(groups);
        if (person.groups().contains(Groups.CAMUNDA_ADMIN) && !wanted.contains(Groups.CAMUNDA_ADMIN)) {
            requireAnotherAdministrator(id, "groups");
        }
        wanted.stream().filter(group -> !person.groups().contains(group)).forEach(group -> directory.join(id, group));
        person.groups().stream().filter(group -> !wanted.contains(group)).forEach(group -> directory.leave(id, group));
    }

    /** Keeps somebody out, or lets him in again; a session ends with the next request. */
    @PreAuthorize(ADMINISTRATORS)
    @Transactional
    public void disable(String id, boolean disabled) {
        var person = get(id);
        if (person.disabled() == disabled) {
            return;
        }
        if (disabled && id.equals(currentUser.name())) {
            throw new InvalidInputException("disabled", Texts.of("access.people.kendi-hesabi"));
        }
        if (disabled && person.groups().contains(Groups.CAMUNDA_ADMIN)) {
            requireAnotherAdministrator(id, "disabled");
        }
        jdbc.sql("update act_id_user set lock_exp_time_ = :until where id_ = :id")
                .param("until", disabled ? Timestamp.from(NEVER) : null, java.sql.Types.TIMESTAMP)
                .param("id", id)
                .update();
        var action = disabled ? Action.HESAP_KAPATILDI : Action.HESAP_ACILDI;
        securityLog.write(action, currentUser.name(), id, null);
        officeLog.changed(new OfficeChange.People(currentUser.name(), action.name(), id, null));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                accounts.forget(id);
            }
        });
    }

    private void requireAnotherAdministrator(String id, String field) {
        if (lastAdministrator.isLast(id)) {
            throw new InvalidInputException(field, Texts.of("access.people.son-yonetici"));
        }
    }

    private static void requireName(String firstName, String lastName, List<FieldError> faults) {
        if (firstName.isBlank()) {
            faults.add(new FieldError("firstName", Texts.of("access.people.ad-yazin")));
        }
        if (lastName.isBlank()) {
            faults.add(new FieldError("lastName", Texts.of("access.people.soyad-yazin")));
        }
    }

    private void requireKnown(Collection<String> groups, List<FieldError> faults) {
        if (!groupNames().keySet().containsAll(groups)) {
            faults.add(new FieldError("groups", Texts.of("access.people.grup-yok")));
        }
        boolean person = groups.stream().anyMatch(group -> !Groups.SYSTEMS.contains(group));
        if (person && groups.stream().anyMatch(Groups.SYSTEMS::contains)) {
            faults.add(new FieldError("groups", Texts.of("access.people.sistem-ve-gorevli")));
        }
    }

    /** @param id empty: all */
    private List<Person> read(String id) {
        var rows = jdbc.sql("select u.id_, coalesce(u.first_, '') as first_, coalesce(u.last_, '') as last_, "
                        + "coalesce(u.email_, '') as email_, u.lock_exp_time_, m.group_id_ from act_id_user u "
                        + "left join act_id_membership m on m.user_id_ = u.id_ "
                        + (id.isEmpty() ? "" : "where u.id_ = :id ") + "order by u.id_, m.group_id_")
                .params(id.isEmpty() ? Map.of() : Map.of("id", id))
                .query(People::row)
                .list();
        var signIns = new HashMap<String, Instant>();
        jdbc.sql("select subject, max(at) from guvenlik_olayi where action = 'GIRIS' "
                        + (id.isEmpty() ? "" : "and subject = :id ") + "group by subject")
                .params(id.isEmpty() ? Map.of() : Map.of("id", id))
                .query((row, index) -> signIns.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        var groups = new LinkedHashMap<String, List<String>>();
        var first = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            first.putIfAbsent(row.id(), row);
            var own = groups.computeIfAbsent(row.id(), each -> new ArrayList<>());
            if (row.group() != null) {
                own.add(row.group());
            }
        }
        var now = clock.instant();
        return first.values().stream()
                .map(row -> new Person(
                        row.id(),
                        row.firstName(),
                        row.lastName(),
                        row.email(),
                        groups.getOrDefault(row.id(), List.of()),
                        row.lockedUntil() != null
                                && row.lockedUntil().toInstant().isAfter(now),
                        signIns.get(row.id())))
                .toList();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("id_"),
                row.getString("first_"),
                row.getString("last_"),
                row.getString("email_"),
                row.getTimestamp("lock_exp_time_"),
                row.getString("group_id_"));
    }
}
