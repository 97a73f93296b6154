package io.github.schemasplit.sqltext.oracle;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A C program that Emscripten compiled, run without a browser: this stands in for the JavaScript that comes with it.
 *
 * <p>Emscripten shortens the names of imports and exports to single letters; that JavaScript says which are which. C code
 * that may call {@code longjmp} calls functions through imports {@code invoke_…}, where the jump arrives as an exception.
 */
final class EmscriptenProgram {
    private static final int CALLED_FUNCTION = 0;
    private static final long MOST_MEMORY_IN_BYTES = 1L << 30;
    private static final Pattern IMPORTS = Pattern.compile("wasmImports=\\{([^}]*)\\}");
    private static final Pattern IMPORT = Pattern.compile("(\\w+):(\\w+)");
    private static final Pattern EXPORT = Pattern.compile("(\\w+)(?:\"\\])?=wasmExports\\[\"(\\w+)\"\\]");
    private static final Pattern START = Pattern.compile("wasmExports\\[\"(\\w+)\"\\]\\(\\)");

    private final WasmModule module;
    private final Function<Instance, Machine> machine;
    private final Map<String, String> imports = new HashMap<>();
    private final Map<String, String> exports = new HashMap<>();

    private final String start;

    private EmscriptenProgram(WasmModule module, String glue, Cache compiled) {
        this.module = module;
        // Functions that are too large for a method of Java's are interpreted.
        this.machine = MachineFactoryCompiler.builder(module)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .withCache(compiled)
                .compile();
        Matcher list = IMPORTS.matcher(glue);
        if (list.find()) {
            IMPORT.matcher(list.group(1)).results().forEach(found -> imports.put(found.group(1), found.group(2)));
        }
        EXPORT.matcher(glue).results().forEach(found -> exports.put(found.group(1), found.group(2)));
        this.start = START.matcher(glue).results().findFirst().orElseThrow().group(1);
    }

    /**
     * Reads and compiles a program.
     *
     * @param wasm the program
     * @param glue the JavaScript beside it
     * @param directory where to keep the compiled program, for the next time
     */
    static EmscriptenProgram read(Path wasm, Path glue, Path directory) {
        try {
            return new EmscriptenProgram(Parser.parse(wasm), Files.readString(glue), new CompiledPrograms(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, with a memory of its own. */
    Running start() {
        Instance instance = Instance.builder(module)
                .withMachineFactory(machine)
                .withImportValues(
                        ImportValues.builder().withFunctions(hostFunctions()).build())
                .build();
        Running running = new Running(instance, exports);
        instance.export(start).apply();
        return running;
    }

    private List<ImportFunction> hostFunctions() {
        return IntStream.range(0, module.importSection().importCount())
                .mapToObj(module.importSection()::getImport)
                .map(FunctionImport.class::cast)
                .map(this::hostFunction)
                .toList();
    }

    private ImportFunction hostFunction(FunctionImport wanted) {
        String name = imports.getOrDefault(wanted.name(), "an import without a name: " + wanted.name());
        return new HostFunction(
                wanted.module(), wanted.name(), module.typeSection().getType(wanted.typeIndex()), behaviour(name));
    }

    private WasmFunctionHandle behaviour(String name) {
        if (name.startsWith("invoke_")) {
            return this::invoke;
        }
        return switch (name) {
            case "__emscripten_throw_longjmp" ->
                (instance, arguments) -> {
                    throw new LongJump();
                };
            case "_emscripten_resize_heap" ->
                (instance, arguments) -> new long[] {grow(instance.memory(), arguments[0])};
            // The timer that would end a statement: nobody waits for it.
            case "__setitimer_js" -> (instance, arguments) -> new long[] {0};
            case "_fd_write" -> EmscriptenProgram::discard;
            default ->
                (instance, arguments) -> {
                    throw new IllegalStateException("the program calls " + name);
                };
        };
    }

    private long[] invoke(Instance instance, long[] arguments) {
        long stack =
                instance.export(exports.get("_emscripten_stack_get_current")).apply()[0];
        int function = instance.table(0).requiredRef((int) arguments[CALLED_FUNCTION]);
        long[] passed = new long[arguments.length - 1];
        System.arraycopy(arguments, 1, passed, 0, passed.length);
        try {
            return instance.getMachine().call(function, passed);
        } catch (LongJump jump) {
            instance.export(exports.get("__emscripten_stack_restore")).apply(stack);
            instance.export(exports.get("_setThrew")).apply(1, 0);
            return new long[1];
        }
    }

    /** Takes what the program writes, such as a warning: its pieces, each an address and a length, are at the second argument. */
    private static long[] discard(Instance instance, long[] arguments) {
        int written = 0;
        for (int piece = 0; piece < arguments[2]; piece++) {
            written += instance.memory().readInt((int) arguments[1] + 8 * piece + 4);
        }
        instance.memory().writeI32((int) arguments[3], written);
        return new long[] {0};
    }

    private static long grow(Memory memory, long wanted) {
        long bytes = Integer.toUnsignedLong((int) wanted);
        if (bytes > MOST_MEMORY_IN_BYTES) {
            return 0;
        }
        long pages = (bytes + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE - memory.pages();
        return pages <= 0 || memory.grow((int) pages) >= 0 ? 1 : 0;
    }

    /** The program jumps back to where it called through an {@code invoke_…}. */
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LongJump() {
            super(null, null, false, false);
        }
    }

    /** The program while it runs. Not for several threads at once. */
    record Running(Instance instance, Map<String, String> exports) {
        long call(String function, long... arguments) {
            long[] results = instance.export(exports.get(function)).apply(arguments);
            return results == null || results.length == 0 ? 0 : results[0];
        }

        Memory memory() {
            return instance.memory();
        }
    }
}
