package tr.muhatap.intake.aktarim;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
 * Works on imports, batch by batch. What became of a row is stored in the transaction that registers it, so that
 * whatever ends a node, another one goes on behind the last row. A lease keeps two nodes from the same import.
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
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService rows;

    ImportWorker(
            ImportStore store,
            ImportSettings settings,
            Intake intake,
            Messages messages,
            Organization organization,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.intake = intake;
        this.messages = messages;
        this.organization = organization;
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
     * Works on every import that waits and is to be taken in, or to be compared, until none does or this node is asked to stop. Each
     * of the two has a thread of its own, so that a short look waits for no long import.
     */
    void workOff(boolean takes) {
        for (var one : store.waiting()) {
            if (takes == (one.state() == ImportState.INCELENIYOR)) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (extend(one)) {
                try {
                    work(one);
                } finally {
                    store.release(one.id(), node);
                }
            }
        }
    }

    /** Forgets what was said in lists that were dealt with long ago. */
    void forgetOld() {
        store.forget(clock.instant().minus(settings.kept()));
    }

    private boolean extend(Import one) {
        return store.lease(one.id(), node, clock.instant().plus(settings.lease()));
    }

    private void work(Import one) {
        var content = store.content(one.id()).orElse(null);
        if (content == null) {
            store.change(
                    one.id(), ImportState.OPEN, ImportState.OKUNAMADI, Texts.of("intake.aktarim.dosya.saklanmiyor"));
            return;
        }
        boolean takes = one.state() != ImportState.INCELENIYOR;
        if (one.state() == ImportState.SIRADA) {
            store.change(one.id(), java.util.Set.of(ImportState.SIRADA), ImportState.SURUYOR, null);
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
                    if (!extend(one)) {
                        return;
                    }
                }
            }
            settle(one, translator, batch, takes);
            store.change(one.id(), ImportState.OPEN, takes ? ImportState.BITTI : ImportState.INCELENDI, null);
        } catch (UnreadableListException unreadable) {
            store.change(one.id(), ImportState.OPEN, ImportState.OKUNAMADI, unreadable.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rows of a batch do not depend on each other. */
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

    /** In the name and with the groups of whoever handed the list in. */
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
                // All its other faults are reported at once
                throw new InvalidInputException(withFurther(one, translated));
            }
            if (takes) {
                take(one, translator, row, translated, reference);
            } else {
                var examined = intake.examine(translated.request(), one.createdBy());
                note(one, translator, row, reference, examined);
            }
        } catch (InvalidInputException faulty) {
            refuse(one, translator, row, reference, faulty.errors());
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
        Basvuru known;
        try {
            var receipt = intake.takeListed(
                    translated.request(),
                    one.createdBy(),
                    basvuru ->
                            store.settle(one.id(), row.line(), RowOutcome.ALINDI, reference, basvuru.number(), null));
            if (receipt.isNew()) {
                return;
            }
            known = receipt.basvuru();
            store.settle(one.id(), row.line(), RowOutcome.BILINEN, reference, known.number(), null);
        } catch (RuleViolationException saysSomethingElse) {
            var examined = intake.examine(translated.request(), one.createdBy());
            if (examined.known() == null) {
                throw saysSomethingElse;
            }
            note(one, translator, row, reference, examined);
            known = examined.known();
        }
        if (translated.answered()) {
            messages.sourceHasAnswer(known.number());
        }
    }

    private void note(
            Import one, RowTranslator translator, SheetRow row, @Nullable String reference, Intake.Examined examined) {
        var differing =
                examined.differing().stream().filter(translator::speaksOf).toList();
        var known = examined.known();
        if (known == null) {
            store.settle(one.id(), row.line(), RowOutcome.ALINDI, reference, null, null);
        } else if (differing.isEmpty()) {
            store.settle(one.id(), row.line(), RowOutcome.BILINEN, reference, known.number(), null);
        } else {
            store.settle(
                    one.id(),
                    row.line(),
                    RowOutcome.DEGISMIS,
                    reference,
                    known.number(),
                    new RowDetail(List.of(), List.of(), differing));
        }
    }

    private void refuse(
            Import one, RowTranslator translator, SheetRow row, @Nullable String reference, List<FieldError> errors) {
        store.settle(
                one.id(),
                row.line(),
                RowOutcome.RET,
                reference,
                null,
                new RowDetail(translator.cellsToReturn(row), errors, List.of()));
    }

    private List<FieldError> withFurther(Import one, RowTranslator.Translated translated) {
        var errors = new ArrayList<>(translated.errors());
        try {
            intake.examine(translated.request(), one.createdBy());
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
