package tr.muhatap.intake.aktarim;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.aktarim.ImportStore.Import;
import tr.muhatap.notification.Messages;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Processes imports in batches. The outcome of a row is stored in the transaction that registers it, so that after any
 * failure another node continues after the last row. A lease prevents two nodes from processing the same import.
 */
@Component
class ImportWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int BATCH = 50;
    private static final int LONGEST_REFERENCE = 100;

    private final ImportStore store;
    private final ImportSettings settings;
    private final Intake intake;
    private final Messages messages;
    private final Organization organization;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService rows;

    ImportWorker(
            ImportStore store,
            ImportSettings settings,
            Intake intake,
            Messages messages,
            Organization organization,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.intake = intake;
        this.messages = messages;
        this.organization = organization;
        this.transaction = transaction;
        this.clock = clock;
        this.rows = Executors.newFixedThreadPool(settings.threads(), work -> {
            var thread = new Thread(work, "import-row");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void destroy() {
        rows.shutdownNow();
    }

    /**
     * Processes all waiting imports, to register or to compare, until none is left or this node shuts down. The two
     * kinds run on separate threads, so that a short comparison does not wait for a long import.
     */
    void workOff(boolean takes) {
        for (var one : store.waiting()) {
            if (takes == (one.state() == ImportState.INCELENIYOR)) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (extend(one, takes)) {
                try {
                    // Reload: another node may have continued it meanwhile
                    store.find(one.id())
                            .filter(now -> states(takes).contains(now.state()))
                            .ifPresent(this::work);
                } finally {
                    store.release(one.id(), holder(takes));
                }
            }
        }
    }

    /** Deletes the content of lists after their retention period. */
    void forgetOld() {
        store.forget(clock.instant().minus(settings.kept()));
    }

    private boolean extend(Import one, boolean takes) {
        return store.lease(one.id(), holder(takes), clock.instant().plus(settings.lease()), states(takes));
    }

    /** Lease holder id; the two threads of a node have separate leases. */
    private String holder(boolean takes) {
        return takes ? node : node + "-look";
    }

    /** States of an import being registered, or compared. */
    private static Set<ImportState> states(boolean takes) {
        return takes ? ImportState.STOPPABLE : ImportState.LOOKING;
    }

    private void work(Import one) {
        boolean takes = one.state() != ImportState.INCELENIYOR;
        var content = store.content(one.id()).orElse(null);
        if (content == null) {
            store.change(one.id(), states(takes), ImportState.OKUNAMADI, Texts.of("intake.aktarim.dosya.saklanmiyor"));
            return;
        }
        if (one.state() == ImportState.SIRADA) {
            if (!store.change(one.id(), Set.of(ImportState.SIRADA), ImportState.SURUYOR, null)) {
                return;
            }
            store.forgetLook(one.id());
        }
        var file = new SourceFile(content, settings.mostRows());
        try (var list = file.open(one.format())) {
            var settled = store.settled(one.id());
            var translator = new RowTranslator(
                    Channel.valueOf(one.channel()),
                    one.map().on(one.format().headers()),
                    store.wordTable(),
                    organization,
                    list.countsFrom1904());
            var batch = new ArrayList<SheetRow>(BATCH);
            for (var row : list) {
                if (row.line() > one.format().headerLine() && !row.isBlank() && !settled.contains(row.line())) {
                    batch.add(row);
                }
                if (batch.size() == BATCH) {
                    settle(one, translator, batch, takes);
                    batch.clear();
                    if (!extend(one, takes)) {
                        return;
                    }
                }
            }
            settle(one, translator, batch, takes);
            store.change(one.id(), states(takes), takes ? ImportState.BITTI : ImportState.INCELENDI, null);
        } catch (UnreadableListException unreadable) {
            store.change(one.id(), states(takes), ImportState.OKUNAMADI, unreadable.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rows of a batch are independent of each other. */
    private void settle(Import one, RowTranslator translator, List<SheetRow> batch, boolean takes) {
        var futures = new ArrayList<Future<?>>(batch.size());
        for (var row : batch) {
            futures.add(rows.submit(() -> as(one, () -> settle(one, translator, row, takes))));
        }
        for (var future : futures) {
            try {
                future.get();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The node stops; another one goes on", stopping);
            } catch (java.util.concurrent.ExecutionException failed) {
                throw new IllegalStateException("A row could not be settled; it is tried again", failed.getCause());
            }
        }
    }

    /** Runs with the name and groups of the submitter. */
    private static void as(Import one, Runnable work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                one.createdBy(), null, AuthorityUtils.createAuthorityList(one.createdGroups())));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void settle(Import one, RowTranslator translator, SheetRow row, boolean takes) {
        var translated = translator.translate(row);
        String reference = reference(translated);
        try {
            if (!translated.errors().isEmpty()) {
                // All its other faults are reported together
                throw new InvalidInputException(withFurther(one, translated));
            }
            if (!takes || translated.answered()) {
                var examined = intake.examine(translated.request(), one.createdBy());
                if (isOverAtSource(translated, examined)) {
                    throw new InvalidInputException(List.of(overAtSource()));
                }
                if (!takes) {
                    note(one, false, translator, row, reference, examined);
                    return;
                }
            }
            take(one, translator, row, translated, reference);
        } catch (InvalidInputException faulty) {
            refuse(one, takes, translator, row, reference, faulty.errors());
        } catch (DuplicateKeyException otherNodeWasFaster) {
            LOG.debug("Line {} of import {} was settled by another node", row.line(), one.id());
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | CannotCreateTransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException unexpected) {
            LOG.error("Line {} of import {} could not be taken in", row.line(), one.id(), unexpected);
            refuse(
                    one,
                    takes,
                    translator,
                    row,
                    reference,
                    List.of(new FieldError(
                            SourceField.NUMARA.apiName(), Texts.of("intake.aktarim.satir.beklenmeyen"))));
        }
    }

    private void take(
            Import one,
            RowTranslator translator,
            SheetRow row,
            RowTranslator.Translated translated,
            @Nullable String reference) {
        try {
            var receipt = intake.takeListed(
                    translated.request(),
                    one.createdBy(),
                    basvuru ->
                            store.settle(one.id(), row.line(), RowOutcome.ALINDI, reference, basvuru.number(), null));
            if (receipt.isNew()) {
                return;
            }
            var known = receipt.basvuru();
            transaction.executeWithoutResult(tx -> {
                store.settle(one.id(), row.line(), RowOutcome.BILINEN, reference, known.number(), null);
                tickOff(known, translated);
            });
        } catch (RuleViolationException saysSomethingElse) {
            var examined = intake.examine(translated.request(), one.createdBy());
            var known = examined.known();
            if (known == null) {
                throw saysSomethingElse;
            }
            transaction.executeWithoutResult(tx -> {
                note(one, true, translator, row, reference, examined);
                tickOff(known, translated);
            });
        }
    }

    /** For a reopened application it is unknown which answer the source has: left to staff. */
    private void tickOff(Basvuru known, RowTranslator.Translated translated) {
        if (translated.answered() && known.reopenings() == 0) {
            messages.sourceHasAnswer(known.number());
        }
    }

    /** Whether it would be open here although it is closed at the source. */
    private static boolean isOverAtSource(RowTranslator.Translated translated, Intake.Examined examined) {
        return translated.answered() && examined.known() == null;
    }

    private static FieldError overAtSource() {
        return new FieldError(SourceField.DURUM.apiName(), Texts.of("intake.aktarim.satir.kaynakta-kapali"));
    }

    private void note(
            Import one,
            boolean takes,
            RowTranslator translator,
            SheetRow row,
            @Nullable String reference,
            Intake.Examined examined) {
        var differing =
                examined.differing().stream().filter(translator::speaksOf).toList();
        var known = examined.known();
        if (known == null) {
            write(one, takes, row, RowOutcome.ALINDI, reference, null, null);
        } else if (differing.isEmpty()) {
            write(one, takes, row, RowOutcome.BILINEN, reference, known.number(), null);
        } else {
            write(
                    one,
                    takes,
                    row,
                    RowOutcome.DEGISMIS,
                    reference,
                    known.number(),
                    new RowDetail(List.of(), List.of(), differing));
        }
    }

    private void refuse(
            Import one,
            boolean takes,
            RowTranslator translator,
            SheetRow row,
            @Nullable String reference,
            List<FieldError> errors) {
        write(
                one,
                takes,
                row,
                RowOutcome.RET,
                reference,
                null,
                new RowDetail(translator.cellsToReturn(row), errors, List.of()));
    }

    private void write(
            Import one,
            boolean takes,
            SheetRow row,
            RowOutcome outcome,
            @Nullable String reference,
            @Nullable String number,
            @Nullable RowDetail detail) {
        if (takes) {
            store.settle(one.id(), row.line(), outcome, reference, number, detail);
        } else {
            store.settleLook(one.id(), row.line(), outcome, reference, number, detail);
        }
    }

    private List<FieldError> withFurther(Import one, RowTranslator.Translated translated) {
        var errors = new ArrayList<>(translated.errors());
        try {
            if (isOverAtSource(translated, intake.examine(translated.request(), one.createdBy()))) {
                errors.add(overAtSource());
            }
        } catch (InvalidInputException faulty) {
            faulty.errors().stream()
                    .filter(error ->
                            errors.stream().noneMatch(told -> told.field().equals(error.field())))
                    .forEach(errors::add);
        }
        return errors;
    }

    private static @Nullable String reference(RowTranslator.Translated translated) {
        String reference = translated.reference();
        return reference == null || PlainText.isLongerThan(reference, LONGEST_REFERENCE) || reference.indexOf('\0') >= 0
                ? null
                : PlainText.stripped(reference);
    }
}
