package tr.muhatap.engine;

import org.camunda.bpm.engine.ProcessEngine;

/** Called once after the engine has been built, before it takes requests and before any other bean can use it. */
public interface EngineBuiltListener {

    void engineBuilt(ProcessEngine engine);
}
