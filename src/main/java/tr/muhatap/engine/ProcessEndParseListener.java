package tr.muhatap.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Adds a {@link ProcessEndRule} to the end of every process. */
final class ProcessEndParseListener extends AbstractBpmnParseListener {

    private final ProcessEndRule rule;

    ProcessEndParseListener(ProcessEndRule rule) {
        this.rule = rule;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        String key = definition.getKey();
        // A built-in listener, since deletion can skip custom listeners
        definition.addBuiltInListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> rule.beforeEnd(key, execution));
    }
}
