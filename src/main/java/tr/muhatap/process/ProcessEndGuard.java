package tr.muhatap.process;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.engine.ProcessEndRule;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * Prevents a process from ending while its record is open, for any cause: end event, Cockpit, API. The transaction is
 * rolled back, so that the process stays where it was; a job becomes an incident with the same message. See ADR 34.
 */
@Component
class ProcessEndGuard implements ProcessEndRule {

    /**
     * Resolved lazily: the registers need the decision tables, which need the engine that is being built with this
     * bean.
     */
    private final ObjectProvider<BasvuruRegister> register;

    private final ObjectProvider<MuracaatRegister> recourses;
    private final ObjectProvider<ItirazRegister> objections;

    ProcessEndGuard(
            ObjectProvider<BasvuruRegister> register,
            ObjectProvider<MuracaatRegister> recourses,
            ObjectProvider<ItirazRegister> objections) {
        this.objections = objections;
        this.register = register;
        this.recourses = recourses;
    }

    /** Remembers closed applications until the end of the transaction, so that a regular end needs no query. */
    @EventListener
    void closed(BasvuruEvent.Kapandi event) {
        remember(event.number());
    }

    @Override
    public void beforeEnd(String key, DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        if (number == null) {
            return;
        }
        if (key.equals(ProcessNames.Keys.MURACAAT)) {
            if (recourses.getObject().isOpen(number)) {
                throw refused(number, Texts.of("process.process-end-guard.muracaat-kaydi-hala-acik"));
            }
            return;
        }
        if (key.equals(ProcessNames.Keys.KURUL_ITIRAZI)) {
            if (objections.getObject().isClockRunning(DecisionVariable.objection(execution))) {
                throw refused(number, Texts.of("process.process-end-guard.kurula-cevap-kaydedilmedi"));
            }
            return;
        }
        if (remembered().contains(number)) {
            return;
        }
        if (List.of(ProcessNames.Keys.channels()).contains(key)
                && register.getObject().isOpen(number)) {
            throw refused(number, Texts.of("process.process-end-guard.basvuru-kaydi-hala-acik"));
        }
        if (key.equals(ProcessNames.Keys.GECIKME_YUKSELTME)
                && execution.isCanceled()
                && register.getObject().isEscalated(number)) {
            throw refused(number, Texts.of("process.process-end-guard.basvuru-acik-ve-suresi-gecmis"));
        }
    }

    private static RuleViolationException refused(String number, String why) {
        return new RuleViolationException(
                ProcessRefusal.SUREC_KAYITSIZ_BITMEZ,
                String.format(Locale.ROOT, Texts.of("process.ret.surec-kayitsiz-bitmez"), number, why));
    }

    private void remember(String number) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Closed closed) {
            closed.numbers().add(number);
            return;
        }
        var closed = new Closed(new HashSet<>(Set.of(number)));
        TransactionSynchronizationManager.bindResource(this, closed);
        TransactionSynchronizationManager.registerSynchronization(new Forget(this));
    }

    private Set<String> remembered() {
        return TransactionSynchronizationManager.getResource(this) instanceof Closed closed
                ? closed.numbers()
                : Set.of();
    }

    /** Numbers of the applications closed in this transaction. */
    private record Closed(Set<String> numbers) {}

    /** Ends with its transaction, and is suspended during an inner one. */
    private static final class Forget implements TransactionSynchronization {

        private final Object key;
        private @Nullable Object suspended;

        Forget(Object key) {
            this.key = key;
        }

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(key, suspended);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
