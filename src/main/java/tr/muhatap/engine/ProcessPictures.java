package tr.muhatap.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the models of an application's processes with the path taken, from their diagrams and the engine's history. */
@Component
public class ProcessPictures {

    private static final int MOST = 2_000;
    private static final int MARGIN = 20;
    private static final int LETTERS_OF_A_LINE = 16;
    private static final int LINE_HEIGHT = 13;

    /** How an element is drawn. */
    public enum Form {
        GOREV,
        ALT_SUREC,
        OLAY,
        GECIT
    }

    /** Whether an element was passed. */
    public enum State {
        GECILMEDI,
        GECILDI,
        SURUYOR;

        /** Name of its style. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of a label, centred at its place. */
    public record Label(String text, int x, int y) {}

    /** An element of a model, in the model's coordinates. */
    public record Shape(Form form, State state, int x, int y, int width, int height, List<Label> labels) {

        public int middleX() {
            return x + width / 2;
        }

        public int middleY() {
            return y + height / 2;
        }

        /** Corners of a diamond. */
        public String diamond() {
            return middleX() + "," + y + " " + (x + width) + "," + middleY() + " " + middleX() + "," + (y + height)
                    + " " + x + "," + middleY();
        }
    }

    /** A sequence flow. */
    public record Flow(String points, boolean taken) {}

    /**
     * A picture of one process.
     *
     * @param name of the model
     * @param view what an SVG shows: left, top, width and height
     */
    public record Picture(String name, String view, int width, List<Shape> shapes, List<Flow> flows) {}

    private final HistoryService history;
    private final RepositoryService repository;

    ProcessPictures(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** All processes of an application, ordered by start. */
    public List<Picture> of(String number) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(this::picture)
                .toList();
    }

    private Picture picture(HistoricProcessInstance instance) {
        var states = new LinkedHashMap<String, State>();
        for (var activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .listPage(0, MOST)) {
            states.merge(activity.getActivityId(), state(activity), (one, other) -> one == State.SURUYOR ? one : other);
        }
        var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        var before = closure(model, states.keySet(), Way.ONWARD);
        var behind = closure(model, states.keySet(), Way.BACK);
        var shapes = new ArrayList<Shape>();
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            add(shapes, shape, states, before, behind);
        }
        // Subprocesses lie behind what they contain
        shapes.sort((one, other) -> Boolean.compare(other.form() == Form.ALT_SUREC, one.form() == Form.ALT_SUREC));
        var flows = new ArrayList<Flow>();
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                flows.add(new Flow(
                        edge.getWaypoints().stream()
                                .map(point -> Math.round(point.getX()) + "," + Math.round(point.getY()))
                                .collect(Collectors.joining(" ")),
                        before.contains(flow.getSource().getId())
                                && behind.contains(flow.getTarget().getId())));
            }
        }
        int left = least(shapes, Shape::x) - MARGIN;
        int top = least(shapes, Shape::y) - MARGIN;
        int width = -least(shapes, shape -> -shape.x() - shape.width()) - left + MARGIN;
        int height = -least(shapes, shape -> -shape.y() - shape.height()) - top + 2 * MARGIN;
        String name = instance.getProcessDefinitionName();
        return new Picture(
                name == null ? instance.getProcessDefinitionKey() : name,
                left + " " + top + " " + width + " " + height,
                width,
                shapes,
                flows);
    }

    private static State state(HistoricActivityInstance activity) {
        return activity.getEndTime() == null ? State.SURUYOR : State.GECILDI;
    }

    private static int least(Collection<Shape> shapes, Function<Shape, Integer> of) {
        return shapes.stream().map(of).min(Integer::compare).orElse(0);
    }

    private enum Way {
        ONWARD,
        BACK
    }

    /** The passed elements with the gateways next to them: the history keeps no gateways of its own. */
    private static Set<String> closure(BpmnModelInstance model, Set<String> passed, Way way) {
        var all = new HashSet<>(passed);
        var gateways = model.getModelElementsByType(Gateway.class);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var gateway : gateways) {
                var near = way == Way.ONWARD
                        ? gateway.getPreviousNodes().list()
                        : gateway.getSucceedingNodes().list();
                boolean reached = near.stream().map(FlowNode::getId).anyMatch(all::contains);
                grew |= reached && all.add(gateway.getId());
            }
        }
        return all;
    }

    private static void add(
            List<Shape> shapes, BpmnShape shape, Map<String, State> states, Set<String> before, Set<String> behind) {
        var bounds = shape.getBounds();
        var form = form(shape.getBpmnElement());
        if (form == null || bounds == null || !(shape.getBpmnElement() instanceof FlowElement element)) {
            return;
        }
        boolean gateway = form == Form.GECIT && before.contains(element.getId()) && behind.contains(element.getId());
        var state = states.getOrDefault(element.getId(), gateway ? State.GECILDI : State.GECILMEDI);
        int x = (int) Math.round(bounds.getX());
        int y = (int) Math.round(bounds.getY());
        int width = (int) Math.round(bounds.getWidth());
        int height = (int) Math.round(bounds.getHeight());
        var lines = lines(element.getName());
        int middle = x + width / 2;
        int first = switch (form) {
            case GOREV -> y + height / 2 - (lines.size() - 1) * LINE_HEIGHT / 2 + LINE_HEIGHT / 3;
            case ALT_SUREC -> y + LINE_HEIGHT + 2;
            case OLAY, GECIT -> y + height + LINE_HEIGHT;
        };
        var labels = new ArrayList<Label>();
        for (int line = 0; line < lines.size(); line++) {
            labels.add(new Label(lines.get(line), middle, first + line * LINE_HEIGHT));
        }
        shapes.add(new Shape(form, state, x, y, width, height, labels));
    }

    private static @Nullable Form form(@Nullable BaseElement element) {
        if (element instanceof SubProcess) {
            return Form.ALT_SUREC;
        }
        if (element instanceof Event) {
            return Form.OLAY;
        }
        if (element instanceof Gateway) {
            return Form.GECIT;
        }
        return element instanceof FlowNode ? Form.GOREV : null;
    }

    private static List<String> lines(@Nullable String name) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : name == null || name.isBlank() ? new String[0] : name.split("\\s+")) {
            if (line.length() > 0 && line.length() + word.length() >= LETTERS_OF_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
