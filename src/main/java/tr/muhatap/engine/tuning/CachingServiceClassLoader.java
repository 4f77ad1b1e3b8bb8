package tr.muhatap.engine.tuning;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader that caches the locations of service files: the engine's REST API searches all jars for its engine
 * provider at every request.
 *
 * <p>Replaces the context class loader of {@code ProcessEngineUtil#getProcessEngineProvider} of Camunda 7.24.0; {@code
 * EngineDoorsIT} notices when it changes.
 */
final class CachingServiceClassLoader extends ClassLoader {

    private static final String SERVICES = "META-INF/services/";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, List<URL>> remembered = new ConcurrentHashMap<>();

    CachingServiceClassLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        var known = remembered.get(name);
        if (known == null) {
            known = Collections.list(super.getResources(name));
            remembered.put(name, known);
        }
        return Collections.enumeration(known);
    }
}
