package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Approval;
import tr.muhatap.basvuru.BoardReply;
import tr.muhatap.basvuru.BoardUrging;
import tr.muhatap.basvuru.Intervention;
import tr.muhatap.basvuru.MuracaatOutcome;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.basvuru.ReviewDecision;
import tr.muhatap.basvuru.UnitDecision;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.EachChannel;

/** Holds models, forms and code together: what one of them names, the others have. */
class ModelContractTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern NAMES_IN_EXPRESSION = Pattern.compile("(?<!['\\w.])[a-z]\\w*(?!\\w*')");

    private static final Map<String, Class<? extends Enum<?>>> DECISIONS = Map.of(
            ProcessNames.Variables.ON_INCELEME, ReviewDecision.class,
            ProcessNames.Variables.BIRIM_KARARI, UnitDecision.class,
            ProcessNames.Variables.ONAY, Approval.class,
            ProcessNames.Variables.MUDAHALE, Intervention.class,
            ProcessNames.Variables.MURACAAT_YERI, MuracaatPlace.class,
            ProcessNames.Variables.MURACAAT_SONUCU, MuracaatOutcome.class,
            ProcessNames.Variables.KURUL_CEVABI, BoardReply.class,
            ProcessNames.Variables.KURUL_MUDAHALESI, BoardUrging.class);

    static Stream<String> models() {
        return Stream.concat(
                Arrays.stream(Channel.values()).map(Channel::processKey),
                Stream.of(
                        ProcessNames.Keys.GECIKME_YUKSELTME,
                        ProcessNames.Keys.MURACAAT,
                        ProcessNames.Keys.KURUL_ITIRAZI));
    }

    @Test
    void everyModelHasItsFileAndEveryFileItsModel() {
        assertThat(files(MODELS, ".bpmn"))
                .containsExactlyInAnyOrderElementsOf(
                        models().map(key -> key + ".bpmn").toList());
        assertThat(files(MODELS, ".dmn"))
                .containsExactlyInAnyOrder(
                        ProcessNames.Keys.HIZMET_STANDARTLARI + ".dmn", ProcessNames.Keys.BIRIM_YONLENDIRME + ".dmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFileIsCalledAsItsOneExecutableProcess(String key) {
        var processes = read(key).getModelElementsByType(Process.class);

        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(key);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            assertThat(process.isCamundaStartableInTasklist()).isFalse();
        });
    }

    @ParameterizedTest
    @EachChannel
    void everyChannelHasTheSharedElements(Channel channel) {
        var model = read(channel.processKey());

        assertThat(ids(model.getModelElementsByType(FlowNode.class)))
                .contains(
                        ProcessNames.Elements.BASVURU_ALINDI,
                        ProcessNames.Elements.SONUCLANDIRMA,
                        ProcessNames.Elements.ON_INCELEME,
                        ProcessNames.Elements.BIRIME_SEVK,
                        ProcessNames.Elements.CEVAP_HAZIRLAMA,
                        ProcessNames.Elements.CEVAP_ONAYI,
                        ProcessNames.Elements.CEVABI_GONDER,
                        ProcessNames.Elements.SURE_DOLDU,
                        ProcessNames.Elements.GECIKME,
                        ProcessNames.Elements.BASVURU_KAPANDI);
        assertThat(ids(model.getModelElementsByType(UserTask.class)))
                .containsExactlyInAnyOrder("On_Inceleme", "Birime_Sevk", "Cevap_Hazirlama", "Cevap_Onayi");
        SubProcess main = model.getModelElementById(ProcessNames.Elements.SONUCLANDIRMA);
        assertThat(ids(main.getFlowElements()))
                .contains("On_Inceleme", "Birime_Sevk", "Cevap_Hazirlama", "Cevap_Onayi", "Cevabi_Gonder");
    }

    @ParameterizedTest
    @EachChannel
    void theLimitStandsOnTheSubProcessAndInterruptsNothing(Channel channel) {
        var model = read(channel.processKey());

        BoundaryEvent limit = model.getModelElementById(ProcessNames.Elements.SURE_DOLDU);
        assertThat(limit.getAttachedTo().getId()).isEqualTo(ProcessNames.Elements.SONUCLANDIRMA);
        assertThat(limit.cancelActivity()).isFalse();
        assertThat(limit.getEventDefinitions())
                .singleElement()
                .isInstanceOfSatisfying(
                        TimerEventDefinition.class,
                        timer -> assertThat(timer.getTimeDate().getTextContent())
                                .isEqualTo("${" + ProcessNames.Variables.GEC_SAATI + "}"));
        CallActivity escalation = model.getModelElementById(ProcessNames.Elements.GECIKME);
        assertThat(escalation.getCalledElement()).isEqualTo(ProcessNames.Keys.GECIKME_YUKSELTME);
        ServiceTask sending = model.getModelElementById(ProcessNames.Elements.CEVABI_GONDER);
        assertThat(sending.isCamundaAsyncBefore()).isTrue();
    }

    @ParameterizedTest
    @EachChannel
    void everyWayOutEndsTheWholeProcess(Channel channel) {
        var outer = read(channel.processKey()).getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .filter(end -> !Set.of("Yukseltme_Bitti", "Yeni_Sure_Isliyor").contains(end.getId()))
                .toList();

        assertThat(ids(outer))
                .containsExactlyInAnyOrder(
                        "Basvuru_Kapandi",
                        "Basvuru_Yonlendirildi",
                        "Basvuru_Mukerrer",
                        "Basvuru_Isleme_Konulmadi",
                        "Basvuru_Vazgecildi");
        assertThat(outer)
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end.getEventDefinitions())
                        .hasOnlyElementsOfType(TerminateEventDefinition.class)
                        .hasSize(1));
    }

    @Test
    void everyElementThatTheCodeNamesStandsInAModel() {
        var inModels = models().flatMap(key -> ids(read(key).getModelElementsByType(FlowNode.class)).stream())
                .collect(Collectors.toSet());

        assertThat(inModels).containsAll(constants(ProcessNames.Elements.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDelegateIsABeanOfItsKind(String key) {
        var model = read(key);

        assertThat(model.getModelElementsByType(ServiceTask.class))
                .allSatisfy(task -> assertThat(beanType(task.getCamundaDelegateExpression()))
                        .isAssignableTo(JavaDelegate.class));
        assertThat(model.getModelElementsByType(CamundaTaskListener.class))
                .isNotEmpty()
                .allSatisfy(listener -> assertThat(beanType(listener.getCamundaDelegateExpression()))
                        .isAssignableTo(TaskListener.class));
        assertThat(model.getModelElementsByType(CamundaExecutionListener.class))
                .allSatisfy(listener -> assertThat(beanType(listener.getCamundaDelegateExpression()))
                        .isAssignableTo(ExecutionListener.class));
        assertThat(model.getModelElementsByType(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaTaskListener.class)
                                .list())
                        .as("%s asks the record at its completion", task.getId())
                        .anyMatch(listener -> listener.getCamundaEvent().equals("complete")));
    }

    @Test
    void everyUserTaskHasItsFormAndEveryFormItsTask() {
        var referred = models().flatMap(key -> read(key).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getCamundaFormKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(referred).isNotEmpty().allMatch(form -> form.startsWith("embedded:deployment:"));
        assertThat(files(FORMS, ".html"))
                .containsExactlyInAnyOrderElementsOf(referred.stream()
                        .map(form -> form.substring("embedded:deployment:".length()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormSendsVariablesThatTheProcessKnows(String key) {
        assertThat(read(key).getModelElementsByType(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> {
                    String form =
                            text(FORMS.resolve(task.getCamundaFormKey().substring("embedded:deployment:".length())));
                    var sent = Pattern.compile("data-(?:karar|degisken)=\"(\\w+)\"")
                            .matcher(form)
                            .results()
                            .map(found -> found.group(1))
                            .toList();
                    assertThat(sent).isNotEmpty();
                    assertThat(ProcessNames.Variables.ALL).containsAll(sent);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void conditionsAskForKnownVariablesAndPossibleDecisions(String key) {
        for (var condition : read(key).getModelElementsByType(ConditionExpression.class)) {
            String expression = condition.getTextContent();
            assertThat(NAMES_IN_EXPRESSION.matcher(expression).results().map(found -> found.group()))
                    .as(expression)
                    .hasSize(1)
                    .allMatch(ProcessNames.Variables.ALL::contains);
            Matcher comparison = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}").matcher(expression);
            if (comparison.matches()) {
                assertThat(possible(comparison.group(1))).contains(comparison.group(2));
            } else {
                assertThat(expression).isEqualTo("${" + ProcessNames.Variables.EKSIKSIZ + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeHasANameAndEverythingIsDrawn(String key) {
        var model = read(key);
        var shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        var edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .collect(Collectors.toSet());

        assertThat(model.getModelElementsByType(FlowNode.class))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(shapes).containsAll(ids(model.getModelElementsByType(FlowNode.class)));
        assertThat(edges).containsAll(ids(model.getModelElementsByType(SequenceFlow.class)));
    }

    @Test
    void everyMessageOfAModelIsKnownAndTheOtherWayRound() {
        var inModels = models().flatMap(key -> read(key).getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toSet());

        assertThat(inModels).isEqualTo(constants(ProcessNames.Messages.class));
    }

    @Test
    void allVariablesAreKnownByTheirConstants() {
        assertThat(ProcessNames.Variables.ALL)
                .containsExactlyInAnyOrderElementsOf(constants(ProcessNames.Variables.class));
    }

    private static List<String> possible(String variable) {
        var decisions = DECISIONS.get(variable);
        return decisions == null
                ? List.of()
                : Arrays.stream(decisions.getEnumConstants()).map(Enum::name).toList();
    }

    private static Class<?> beanType(String expression) {
        String bean = expression.substring(2, expression.length() - 1);
        assertThat(ProcessNames.Variables.ALL)
                .as("a variable hides the bean of its name")
                .doesNotContain(bean);
        return Stream.of(
                        CevabiGonder.class,
                        GecikmeKaydi.class,
                        IkinciKademe.class,
                        IncelemeKarari.class,
                        SevkKarari.class,
                        CevapKarari.class,
                        OnayKarari.class,
                        MudahaleKarari.class,
                        UcretOdenmedi.class,
                        EksikTamamlanmadi.class,
                        MuracaatKarari.class,
                        IkinciMuracaatYeri.class,
                        KurulaCevapKarari.class,
                        KurulMudahaleKarari.class,
                        KurulGecikmesi.class,
                        KurulIkinciKademe.class)
                .filter(type -> type.getAnnotation(Component.class).value().equals(bean))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No bean for " + expression));
    }

    private static Set<String> constants(Class<?> names) {
        return Arrays.stream(names.getDeclaredFields())
                .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                .map(ModelContractTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ids(Collection<? extends FlowElement> elements) {
        return elements.stream().map(FlowElement::getId).toList();
    }

    private static BpmnModelInstance read(String key) {
        return Bpmn.readModelFromFile(MODELS.resolve(key + ".bpmn").toFile());
    }

    private static List<String> files(Path folder, String suffix) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
