package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.data.relational.core.mapping.event.AfterConvertEvent;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.channel.Channel;
import tr.muhatap.engine.JobRetries;

/** A job and a clerk's step change one application at once: the job is due again at once, with all its retries. */
@ProcessTest
class TimerMeetsClerkTest {

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ApplicationEventMulticaster listeners;

    @AfterEach
    void backToRealTime() {
        office.backToRealTime();
    }

    @Test
    void aLimitThatPassesWhileADraftIsSavedEscalatesAtTheNextTry() {
        String number = office.atTheUnit(Channel.CIMER);
        office.movesTo(office.record(number).deadline().lateFrom().plusSeconds(60));
        var timer = office.dueJobs(number).get(0);

        meets(number, timer, () -> register.saveDraft(number, new Answer(Outcome.OLUMLU, null, "Bu arada yazıldı.")));

        isAsItWas(timer);
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        assertThat(office.passes(number, "Yonetici_Mudahalesi")).isOne();
    }

    @Test
    void theSameWhereTheClerkMovedTheProcessItself() {
        String number = office.atTheUnit(Channel.CIMER);
        office.movesTo(office.record(number).deadline().lateFrom().plusSeconds(60));
        var timer = office.dueJobs(number).get(0);

        meets(number, timer, () -> office.returns(number));

        isAsItWas(timer);
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk", "Yonetici_Mudahalesi");
    }

    @Test
    void whatKeepsCollidingIsAFailureInTheEnd() {
        String number = office.atTheUnit(Channel.CIMER);
        office.movesTo(office.record(number).deadline().lateFrom().plusSeconds(60));
        var timer = office.dueJobs(number).get(0);

        for (int i = 0; i <= 20; i++) {
            int round = i;
            meets(number, timer, () -> register.saveDraft(number, new Answer(Outcome.OLUMLU, null, "Yazım " + round)));
        }

        assertThat(standing(timer).getRetries()).isEqualTo(JobRetries.TRIES - 1);
        managementService.setJobDuedate(timer.getId(), timer.getDuedate());
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).contains("Yonetici_Mudahalesi");
    }

    private void isAsItWas(Job timer) {
        assertThat(standing(timer)).satisfies(job -> {
            assertThat(job.getRetries()).isEqualTo(JobRetries.TRIES);
            assertThat(job.getDuedate()).isEqualTo(timer.getDuedate());
            assertThat(job.getExceptionMessage()).isNull();
        });
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(timer.getProcessInstanceId())
                        .count())
                .isZero();
    }

    private Job standing(Job timer) {
        return managementService.createJobQuery().jobId(timer.getId()).singleResult();
    }

    /** The job has read the record when the clerk's step is carried through; then the job goes on. */
    private void meets(String number, Job job, Runnable clerksStep) {
        var meeting = new Meeting(number, clerksStep);
        listeners.addApplicationListener(meeting);
        try {
            assertThatThrownBy(() -> managementService.executeJob(job.getId())).matches(JobRetries::isCollision);
        } finally {
            listeners.removeApplicationListener(meeting);
        }
        assertThat(meeting.took).isTrue();
    }

    private static final class Meeting implements ApplicationListener<AfterConvertEvent<Basvuru>> {

        private final String number;
        private final Runnable clerksStep;
        private boolean took;

        Meeting(String number, Runnable clerksStep) {
            this.number = number;
            this.clerksStep = clerksStep;
        }

        @Override
        public void onApplicationEvent(AfterConvertEvent<Basvuru> read) {
            if (!took && read.getEntity().number().equals(number)) {
                took = true;
                CompletableFuture.runAsync(clerksStep).join();
            }
        }
    }
}
