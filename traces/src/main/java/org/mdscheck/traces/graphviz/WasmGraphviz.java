package org.mdscheck.traces.graphviz;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import guru.nidi.graphviz.engine.GraphvizException;
import java.nio.charset.StandardCharsets;
import org.mdscheck.traces.graphviz.wasm.GraphvizModule;

/**
 * One instance of Graphviz in WebAssembly, with a memory of its own. The names of its functions are
 * those of viz-js 3.29.0 ({@code assignWasmExports} in its {@code backend.js}).
 *
 * <p>Good for one graph, so that no graph can depend on the one before. Not thread-safe; a deep
 * graph needs a deep stack in the thread that calls.
 */
final class WasmGraphviz {
  private static final String CONSTRUCTORS = "A";
  private static final String VERSION = "D";
  private static final String MALLOC = "F";
  private static final String READ_GRAPH = "I";
  private static final String NEW_CONTEXT = "V";
  private static final String LAYOUT = "X";
  private static final String RESET_ERRORS = "Z";
  private static final String RENDER = "_";

  private final WasmImports imports = new WasmImports();
  private final Instance instance;

  WasmGraphviz() {
    GraphvizModule module = new GraphvizModule();
    instance =
        Instance.builder(module.wasmModule())
            .withImportValues(imports.values(module.wasmModule()))
            .withMachineFactory(module.machineFactory())
            .build();
    instance.export(CONSTRUCTORS).apply();
  }

  /** The version of Graphviz, such as {@code 15.1.1}. */
  String version() {
    return read(call(VERSION));
  }

  /**
   * Lays out a graph and draws it.
   *
   * @param engine the layout engine where the graph names none, such as {@code dot}
   * @param format a format of Graphviz that is text, such as {@code svg}
   * @throws GraphvizException with Graphviz's own words if it refuses {@code dot}
   */
  String render(String dot, String engine, String format) {
    int graph = call(READ_GRAPH, string(dot));
    requireNoError(graph != 0);
    int context = call(NEW_CONTEXT);
    instance.export(RESET_ERRORS).apply();
    requireNoError(call(LAYOUT, context, graph, string(engine)) == 0);
    int picture = call(RENDER, context, graph, string(format));
    // With a label that it cannot read Graphviz goes on without it.
    requireNoError(picture != 0 && !imports.messages().contains("Error:"));
    return read(picture);
  }

  private void requireNoError(boolean fine) {
    if (!fine) {
      throw new GraphvizException("Graphviz refused the graph: " + imports.messages());
    }
  }

  private int call(String function, long... arguments) {
    return (int) instance.export(function).apply(arguments)[0];
  }

  private int string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int address = call(MALLOC, bytes.length + 1);
    Memory memory = instance.memory();
    memory.write(address, bytes);
    memory.writeByte(address + bytes.length, (byte) 0);
    return address;
  }

  private String read(int address) {
    return instance.memory().readCString(address, StandardCharsets.UTF_8);
  }
}
