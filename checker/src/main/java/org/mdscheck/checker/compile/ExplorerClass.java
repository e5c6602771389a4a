package org.mdscheck.checker.compile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.system.StateLayout;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of the explorers of one system: a field for each word of the state; a method for
 * each step, one for the steps of each process, which chooses by the label, and one for each
 * predicate and tally.
 */
final class ExplorerClass {
  private static final String SUPER = Type.getInternalName(CompiledExplorer.class);
  private static final String TABLES =
      Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(CompiledExplorer.Tables.class));
  private static final int LABELS_TOGETHER = 128;

  private final Elaboration elaboration;
  private final StateLayout layout;
  private final Generation generation;
  private final ClassWriter writer =
      new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
          return "java/lang/Object"; // no two classes ever meet in generated code
        }
      };

  private ExplorerClass(Generation generation) {
    this.generation = generation;
    elaboration = generation.elaboration;
    layout = elaboration.layout;
  }

  static String field(int word) {
    return "word" + word;
  }

  /** The class file. */
  static byte[] write(Generation generation) {
    return new ExplorerClass(generation).write();
  }

  private byte[] write() {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        generation.className,
        null,
        SUPER,
        null);
    for (int word = 0; word < layout.words(); word++)
      writer.visitField(Opcodes.ACC_PRIVATE, field(word), "J", null, null).visitEnd();
    constructor();
    load();
    List<Cfg.Graph> graphs = elaboration.cfg.graphs();
    for (Cfg.Graph graph : graphs) process(graph);
    plain("takeAll", "()V", code -> takeAll(code, graphs));
    plain("take", "(I)V", code -> dispatch(code, "process", "()V", graphs.size(), Opcodes.RETURN));
    mayStop();
    predicates();
    waits();
    writer.visitEnd();
    return writer.toByteArray();
  }

  // ---- methods

  /** A method that is written as it is generated. */
  private void plain(String name, String descriptor, Consumer<Code> body) {
    MethodVisitor visitor = begin(name, descriptor);
    body.accept(new Code(visitor, parameterSlots(descriptor)));
    end(visitor);
  }

  private static int parameterSlots(String descriptor) {
    return Type.getArgumentsAndReturnSizes(descriptor) >> 2;
  }

  private MethodVisitor begin(String name, String descriptor) {
    MethodVisitor visitor =
        writer.visitMethod(
            name.startsWith("<") || isInherited(name) ? Opcodes.ACC_PUBLIC : Opcodes.ACC_PRIVATE,
            name,
            descriptor,
            null,
            null);
    visitor.visitCode();
    return visitor;
  }

  private static boolean isInherited(String name) {
    return !Character.isDigit(name.charAt(name.length() - 1));
  }

  private static void end(MethodVisitor visitor) {
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
  }

  /** A method that reads the state, in parts if it would be too large. */
  private void reading(
      String name, String descriptor, Generation.Body body, Generation.Body inParts) {
    Body measured = measured(descriptor, WordLocals.Source.STATE, body);
    if (measured.code.size() <= generation.largestMethod()) {
      write(name, descriptor, WordLocals.Source.STATE, body, measured);
    } else {
      write(name, descriptor, WordLocals.Source.STATE, inParts);
    }
    for (Generation.Part part = generation.nextPart(); part != null; part = generation.nextPart())
      write(part.name(), part.descriptor(), part.source(), part.body());
  }

  private void write(
      String name, String descriptor, WordLocals.Source source, Generation.Body body) {
    write(name, descriptor, source, body, measured(descriptor, source, body));
  }

  /** Writes a method that was generated before, to learn which words it needs. */
  private void write(
      String name,
      String descriptor,
      WordLocals.Source source,
      Generation.Body body,
      Body measured) {
    MethodVisitor visitor = begin(name, descriptor);
    Body written = new Body(generation, new Code(visitor, parameterSlots(descriptor)), source);
    written.words.load(measured.words.used());
    written.next.load(measured.next.used());
    body.generate(written.code, written.words, written.next);
    end(visitor);
  }

  private Body measured(String descriptor, WordLocals.Source source, Generation.Body body) {
    Body measured = new Body(generation, new Code(null, parameterSlots(descriptor)), source);
    body.generate(measured.code, measured.words, measured.next);
    return measured;
  }

  /** A body while it is generated. */
  private record Body(Code code, WordLocals words, WordLocals next) {
    Body(Generation generation, Code code, WordLocals.Source source) {
      this(
          code,
          new WordLocals(generation, code, source),
          new WordLocals(generation, code, WordLocals.Source.AFTER));
    }
  }

  private void call(Code code, String name, String descriptor) {
    code.loadThis();
    code.call(generation.className, name, descriptor);
  }

  /** Calls the method of the number in the first parameter, and returns what it returns. */
  private void dispatch(Code code, String name, String descriptor, int count, int returns) {
    if (count == 0) {
      if (returns == Opcodes.IRETURN) code.push(0);
      code.op(returns);
      return;
    }
    code.loadInt(1);
    code.choose(
        count,
        i -> {
          call(code, name + i, descriptor);
          code.op(returns);
        });
  }

  private void constructor() {
    plain(
        "<init>",
        TABLES,
        code -> {
          code.loadThis();
          code.loadReference(1);
          code.callSuper(SUPER, TABLES);
          code.op(Opcodes.RETURN);
        });
  }

  private void load() {
    plain(
        "load",
        "([J)V",
        code -> {
          for (int word = 0; word < layout.words(); word++) {
            code.loadThis();
            code.loadReference(1);
            code.push(word);
            code.op(Opcodes.LALOAD);
            code.putField(generation.className, field(word), "J");
          }
          code.op(Opcodes.RETURN);
        });
  }

  // ---- steps

  private void takeAll(Code code, List<Cfg.Graph> graphs) {
    for (Cfg.Graph graph : graphs) call(code, "process" + graph.process(), "()V");
    code.op(Opcodes.RETURN);
  }

  private void process(Cfg.Graph graph) {
    for (Cfg.Node node : graph.nodes()) {
      for (Cfg.Edge edge : node.edges())
        reading(
            step(edge),
            "()V",
            (code, words, next) ->
                new StepCode(generation, code, words, graph, edge).generate(node.number()),
            (code, words, next) ->
                new StepCode(generation, code, words, graph, edge).generateInParts(node.number()));
    }
    int labels = graph.nodes().size();
    int parts = (labels + LABELS_TOGETHER - 1) / LABELS_TOGETHER;
    String name = "process" + graph.process();
    if (parts == 1) {
      labels(name, graph, 0, labels);
      return;
    }
    for (int part = 0; part < parts; part++)
      labels(
          name + "_" + part,
          graph,
          part * LABELS_TOGETHER,
          Math.min(labels, (part + 1) * LABELS_TOGETHER));
    write(
        name,
        "()V",
        WordLocals.Source.STATE,
        (code, words, next) -> {
          words.read(graph.labelSlot());
          code.push(Integer.numberOfTrailingZeros(LABELS_TOGETHER));
          code.op(Opcodes.IUSHR);
          code.choose(
              parts,
              part -> {
                call(code, name + "_" + part, "()V");
                code.op(Opcodes.RETURN);
              });
        });
  }

  /** Takes the steps at one of the labels {@code from .. end - 1}. */
  private void labels(String name, Cfg.Graph graph, int from, int end) {
    write(
        name,
        "()V",
        WordLocals.Source.STATE,
        (code, words, next) -> {
          words.read(graph.labelSlot());
          code.add(-from);
          code.choose(
              end - from,
              i -> {
                for (Cfg.Edge edge : graph.nodes().get(from + i).edges())
                  call(code, step(edge), "()V");
                code.op(Opcodes.RETURN);
              });
        });
  }

  private static String step(Cfg.Edge edge) {
    return "step" + edge.action();
  }

  private void mayStop() {
    write(
        "mayStop",
        "()Z",
        WordLocals.Source.STATE,
        (code, words, next) -> {
          Label isBusy = new Label();
          ExpressionCode expressions =
              new ExpressionCode(generation, code, new PredicateExit(generation), words, null, -1);
          for (Cfg.Graph graph : elaboration.cfg.graphs()) {
            BitSet resting = new BitSet();
            graph.nodes().stream().filter(Cfg.Node::resting).forEach(n -> resting.set(n.number()));
            expressions.processes().atOneOf(graph.process(), resting, isBusy, false);
          }
          code.push(1);
          code.op(Opcodes.IRETURN);
          code.place(isBusy);
          code.push(0);
          code.op(Opcodes.IRETURN);
        });
  }

  // ---- predicates

  private void predicates() {
    Predicates predicates = elaboration.predicates;
    int states = predicates.ofStates().size();
    int steps = predicates.ofSteps().size();
    all("isTrue", "()Z", predicates.ofStates(), 0);
    all("isTrueOfStep", "()Z", predicates.ofSteps(), states);
    all("bucket", "()I", predicates.buckets(), states + steps);
    dispatcher("test", "(I)Z", "isTrue", "()Z", states);
    dispatcher("testStep", "(I)Z", "isTrueOfStep", "()Z", steps);
    dispatcher("tally", "(I)I", "bucket", "()I", predicates.buckets().size());
  }

  private void dispatcher(String name, String descriptor, String of, String type, int count) {
    plain(name, descriptor, code -> dispatch(code, of, type, count, Opcodes.IRETURN));
  }

  private void all(
      String name, String descriptor, List<Predicates.Predicate> predicates, int firstNumber) {
    for (int i = 0; i < predicates.size(); i++) {
      Expr e = predicates.get(i).expr();
      int number = firstNumber + i;
      reading(
          name + i,
          descriptor,
          (code, words, next) -> {
            predicate(code, words, next, number).value(e, Scope.EMPTY);
            code.op(Opcodes.IRETURN);
          },
          (code, words, next) -> {
            predicate(code, words, next, number).part(e, Scope.EMPTY);
            code.op(Opcodes.IRETURN);
          });
    }
  }

  private ExpressionCode predicate(Code code, WordLocals words, WordLocals next, int number) {
    code.loadThis();
    code.push(number);
    code.putField(generation.className, "asked", "I");
    return new ExpressionCode(generation, code, new PredicateExit(generation), words, next, -1);
  }

  // ---- who waits for whom

  private void waits() {
    List<Cfg.Graph> graphs = elaboration.cfg.graphs();
    for (WordLocals.Source source : WordLocals.Source.values()) {
      for (Cfg.Graph graph : graphs)
        write(
            owner(source) + graph.process(),
            "()I",
            source,
            (code, words, after) -> waits(code, words, graph));
      plain(
          owner(source) + "Number",
          "(I)I",
          code -> dispatch(code, owner(source), "()I", graphs.size(), Opcodes.IRETURN));
    }
    plain(
        "ownerWaitedFor",
        "(II)I",
        code -> {
          code.loadInt(2);
          code.choose(
              WordLocals.Source.values().length,
              i -> {
                code.loadThis();
                code.loadInt(1);
                code.call(
                    generation.className, owner(WordLocals.Source.values()[i]) + "Number", "(I)I");
                code.op(Opcodes.IRETURN);
              });
        });
  }

  private static String owner(WordLocals.Source source) {
    return "owner" + source;
  }

  private void waits(Code code, WordLocals words, Cfg.Graph graph) {
    ExpressionCode expressions =
        new ExpressionCode(generation, code, new WaitExit(generation), words, null, -1);
    Label none = new Label();
    Label[] arms = new Label[graph.nodes().size()];
    Arrays.fill(arms, none);
    List<Processes.Wait> waits =
        elaboration.processes.waits().stream().filter(w -> w.process() == graph.process()).toList();
    for (Processes.Wait wait : waits) arms[wait.node()] = new Label();
    words.read(graph.labelSlot());
    code.choose(arms);
    Object before = expressions.findings();
    for (Processes.Wait wait : waits) {
      code.place(arms[wait.node()]);
      expressions.keepFindings(before);
      words.read(expressions.places().address(wait.mutex(), wait.scope()), 0);
      code.add(-1);
      code.op(Opcodes.IRETURN);
    }
    code.place(none);
    code.push(-1);
    code.op(Opcodes.IRETURN);
  }
}
