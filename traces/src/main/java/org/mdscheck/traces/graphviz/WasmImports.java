package org.mdscheck.traces.graphviz;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Import;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The system calls that Graphviz in WebAssembly makes: memory and error messages work, files do not
 * exist, the time stands still.
 *
 * <p>The names are those that the JavaScript of viz-js 3.29.0 gives them ({@code wasmImports} in
 * its {@code backend.js}); another version of viz-js has others. Not thread-safe.
 */
final class WasmImports {
  private static final int NO_SUCH_FILE = -44;
  private static final int BAD_FILE_DESCRIPTOR = 8;
  private static final long[] NOTHING = {};
  private static final WasmFunctionHandle ZERO = (instance, arguments) -> new long[] {0};
  private static final WasmFunctionHandle NO_FILE =
      (instance, arguments) -> new long[] {NO_SUCH_FILE};
  private static final WasmFunctionHandle BAD_FILE =
      (instance, arguments) -> new long[] {BAD_FILE_DESCRIPTOR};

  private final StringBuilder messages = new StringBuilder();

  private final Map<String, WasmFunctionHandle> functions =
      Map.ofEntries(
          Map.entry("a", (instance, arguments) -> failedAssertion(instance, arguments)), // assert
          Map.entry("b", (instance, arguments) -> stopped("exception")), // __cxa_throw
          Map.entry("c", this::write), // fd_write
          Map.entry("d", BAD_FILE), // fd_read
          Map.entry("e", ZERO), // fd_close
          Map.entry("f", ZERO), // fcntl
          Map.entry("g", ZERO), // date
          Map.entry("h", (instance, arguments) -> stopped("exit " + arguments[0])), // exit
          Map.entry("i", (instance, arguments) -> stopped("abort")), // abort
          Map.entry("j", ZERO), // ioctl
          Map.entry("k", WasmImports::growMemory), // resize_heap
          Map.entry("l", NO_FILE), // openat
          Map.entry("m", NO_FILE), // mmap
          Map.entry("n", ZERO), // munmap
          Map.entry("o", (instance, arguments) -> NOTHING), // localtime
          Map.entry("p", this::error), // viz_errorf
          Map.entry("q", (instance, arguments) -> NOTHING), // tzset
          Map.entry("r", BAD_FILE), // fd_seek
          Map.entry("s", ZERO), // environ_get
          Map.entry("t", WasmImports::emptyEnvironment), // environ_sizes_get
          Map.entry("u", ZERO), // random_get
          Map.entry("v", NO_FILE), // newfstatat
          Map.entry("w", NO_FILE), // fstat64
          Map.entry("x", WasmImports::startOfTime), // clock_time_get
          Map.entry("y", NO_FILE)); // faccessat

  /** Everything that Graphviz wrote so far, errors and warnings; one line where it can be. */
  String messages() {
    return messages.toString().strip().replaceAll("\\s*\n\\s*", "; ");
  }

  /** Returns what {@code module} imports, with the types that it declares. */
  ImportValues values(WasmModule module) {
    List<HostFunction> values = new ArrayList<>();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import wanted = module.importSection().getImport(i);
      values.add(
          new HostFunction(
              wanted.module(),
              wanted.name(),
              module.typeSection().getType(((FunctionImport) wanted).typeIndex()),
              functions.get(wanted.name())));
    }
    return ImportValues.builder().addFunction(values.toArray(HostFunction[]::new)).build();
  }

  private long[] write(Instance instance, long... arguments) {
    Memory memory = instance.memory();
    int vector = (int) arguments[1];
    int written = 0;
    for (int i = 0; i < arguments[2]; i++, vector += 8) {
      int length = memory.readInt(vector + 4);
      byte[] text = memory.readBytes(memory.readInt(vector), length);
      messages.append(new String(text, StandardCharsets.UTF_8));
      written += length;
    }
    memory.writeI32((int) arguments[3], written);
    return new long[] {0};
  }

  private long[] error(Instance instance, long... arguments) {
    messages.append(instance.memory().readCString((int) arguments[0], StandardCharsets.UTF_8));
    return new long[] {0};
  }

  private static long[] growMemory(Instance instance, long... arguments) {
    Memory memory = instance.memory();
    long wanted = arguments[0] & 0xffff_ffffL;
    long pages = (wanted + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE - memory.pages();
    // A fifth more than what is needed, so that growing stays rare.
    int more = (int) Math.max(pages, memory.pages() / 5);
    boolean grown = memory.grow(more) >= 0 || memory.grow((int) pages) >= 0;
    return new long[] {grown ? 1 : 0};
  }

  private static long[] emptyEnvironment(Instance instance, long... arguments) {
    instance.memory().writeI32((int) arguments[0], 0);
    instance.memory().writeI32((int) arguments[1], 0);
    return new long[] {0};
  }

  private static long[] startOfTime(Instance instance, long... arguments) {
    instance.memory().writeLong((int) arguments[2], 0);
    return new long[] {0};
  }

  private static long[] failedAssertion(Instance instance, long... arguments) {
    String assertion = instance.memory().readCString((int) arguments[0], StandardCharsets.UTF_8);
    return stopped("failed assertion " + assertion);
  }

  private static long[] stopped(String how) {
    throw new IllegalStateException("Graphviz stopped: " + how);
  }
}
