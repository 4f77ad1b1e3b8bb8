package tr.muhatap.engine.security;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/**
 * Disables scripts: the engine finds no script engine for any language. Decision tables use FEEL, which needs none.
 *
 * <p>Replaces {@code DefaultScriptEngineResolver} of Camunda 7.24.0; {@code ScriptsAreOffTest} notices when it changes.
 */
class NoScriptEngineResolver implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // No script engine.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }
}
