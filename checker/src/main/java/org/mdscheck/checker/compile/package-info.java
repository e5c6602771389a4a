/**
 * From a spec to a transition system: elaboration into control-flow graphs, and the interpreter.
 *
 * <p>Entry point: {@link org.mdscheck.checker.compile.InterpretedSystem#of}. {@link
 * org.mdscheck.checker.compile.Elaborator} inlines calls and gives each statement a node, {@link
 * org.mdscheck.checker.compile.LayoutBuilder} gives each scalar a slot, {@link
 * org.mdscheck.checker.compile.Evaluator} gives expressions and effects their meaning, and {@link
 * org.mdscheck.checker.compile.Interpreter} takes steps: the reference semantics. May use {@code
 * spec} and {@code system}.
 *
 * <p>Between the graphs and their steps stand {@link org.mdscheck.checker.compile.Passes}: {@link
 * org.mdscheck.checker.compile.Cone}, {@link org.mdscheck.checker.compile.MergedSteps} and {@link
 * org.mdscheck.checker.compile.DeadLocals} make the graphs smaller, and each says what it preserves
 * and why. They rest on {@link org.mdscheck.checker.compile.SlotUses}, what parts of a spec touch.
 *
 * <p>Limits of the passes: a use of a pool's object can crash, so such steps are never merged, nor
 * are those on data whose mutex an index of the state tells ({@code lock[found]}). Whether a label
 * can block is told from the text of its guards: {@code x < 2} and {@code x >= 2} are opposites,
 * {@code x = 0} and {@code x = 1} of two values are not. The cone takes variables as a whole.
 */
package org.mdscheck.checker.compile;
