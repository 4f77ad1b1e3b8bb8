package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Fee tariffs, each valid from a day on. Tariffs that have taken effect cannot be changed. */
@Repository
public class FeeTariffs {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final OfficeLog officeLog;
    private final Clock clock;

    FeeTariffs(JdbcClient jdbc, CurrentUser currentUser, OfficeLog officeLog, Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** All tariffs, latest first. */
    public List<FeeTariff> all() {
        return jdbc
                .sql("select valid_from, pay_at, iban from ucret_tarifesi order by valid_from desc")
                .query((row, index) -> new FeeTariff(
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("pay_at"),
                        row.getString("iban"),
                        Map.of()))
                .list()
                .stream()
                .map(this::withPrices)
                .toList();
    }

    /** The tariff that begins on a day. */
    public Optional<FeeTariff> from(LocalDate day) {
        return all().stream().filter(tariff -> tariff.validFrom().equals(day)).findFirst();
    }

    /** The tariff valid on a day; empty if none was entered. */
    public Optional<FeeTariff> on(LocalDate day) {
        return all().stream().filter(tariff -> !tariff.validFrom().isAfter(day)).findFirst();
    }

    private FeeTariff withPrices(FeeTariff tariff) {
        var prices = new EnumMap<FeeItem, BigDecimal>(FeeItem.class);
        jdbc.sql("select item, unit_price from ucret_kalemi where valid_from = :day")
                .param("day", tariff.validFrom())
                .query(row -> {
                    prices.put(FeeItem.valueOf(row.getString("item")), row.getBigDecimal("unit_price"));
                });
        return new FeeTariff(tariff.validFrom(), tariff.payAt(), tariff.iban(), prices);
    }

    /**
     * Adds a tariff, or replaces the one that begins on the same day as long as that day is still to come: fees may have been
     * notified by it since.
     *
     * @return whether it is new
     * @throws RuleViolationException if that day has passed, or has begun with another tariff
     * @throws OptimisticLockingFailureException if another user entered one for that day concurrently
     */
    @Transactional
    public boolean put(FeeTariff tariff) {
        requireNotPast(tariff.validFrom());
        boolean begun = tariff.validFrom().equals(LocalDate.now(clock));
        if (begun && from(tariff.validFrom()).isPresent()) {
            throw inForce();
        }
        boolean isNew = begun || !delete(tariff.validFrom());
        try {
            insert(tariff);
        } catch (DuplicateKeyException enteredMeanwhile) {
            throw new OptimisticLockingFailureException("Tariff entered meanwhile", enteredMeanwhile);
        }
        return isNew;
    }

    private void insert(FeeTariff tariff) {
        jdbc.sql("insert into ucret_tarifesi (valid_from, pay_at, iban, changed_by, changed_at) "
                        + "values (:day, :payAt, :iban, :by, :at)")
                .param("day", tariff.validFrom())
                .param("payAt", tariff.payAt())
                .param("iban", tariff.iban())
                .param("by", currentUser.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tariff.prices()
                .forEach((item, price) -> jdbc.sql("insert into ucret_kalemi (valid_from, item, unit_price) "
                                + "values (:day, :item, :price)")
                        .param("day", tariff.validFrom())
                        .param("item", item.name())
                        .param("price", price)
                        .update());
        officeLog.changed(new OfficeChange.TariffOf(currentUser.name(), tariff.validFrom()));
    }

    /**
     * Enters a tariff in the place of the one that the writer saw, so that nobody else's change is lost.
     *
     * @param seen its {@link FeeTariff#tag}; empty if none began on that day
     * @throws RuleViolationException as {@link #put}
     * @throws OptimisticLockingFailureException if it is another one by now
     */
    @Transactional
    public void replace(String seen, FeeTariff tariff) {
        requireNotPast(tariff.validFrom());
        if (!seen.equals(from(tariff.validFrom()).map(FeeTariff::tag).orElse(""))) {
            throw new OptimisticLockingFailureException("Tariff changed meanwhile");
        }
        put(tariff);
    }

    private void requireNotPast(LocalDate validFrom) {
        if (validFrom.isBefore(LocalDate.now(clock))) {
            throw inForce();
        }
    }

    /**
     * Removes a tariff that has not taken effect yet.
     *
     * @return whether it existed
     * @throws RuleViolationException if its day has come
     */
    @Transactional
    public boolean remove(LocalDate validFrom) {
        if (!validFrom.isAfter(LocalDate.now(clock))) {
            throw inForce();
        }
        return delete(validFrom);
    }

    private static RuleViolationException inForce() {
        return new RuleViolationException(BasvuruRefusal.TARIFE_YURURLUKTE, Texts.of("basvuru.ret.tarife-yururlukte"));
    }

    private boolean delete(LocalDate validFrom) {
        officeLog.changed(new OfficeChange.TariffOf(currentUser.name(), validFrom));
        jdbc.sql("delete from ucret_kalemi where valid_from = :day")
                .param("day", validFrom)
                .update();
        return jdbc.sql("delete from ucret_tarifesi where valid_from = :day")
                        .param("day", validFrom)
                        .update()
                > 0;
    }
}
