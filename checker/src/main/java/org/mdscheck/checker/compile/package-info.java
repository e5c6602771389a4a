/**
 * From a spec to a transition system: elaboration into control-flow graphs, and the interpreter.
 *
 * <p>Entry point: {@link org.mdscheck.checker.compile.InterpretedSystem#of}. {@link
 * org.mdscheck.checker.compile.Elaborator} inlines calls and gives each statement a node, {@link
 * org.mdscheck.checker.compile.LayoutBuilder} gives each scalar a slot, {@link
 * org.mdscheck.checker.compile.Evaluator} gives expressions and effects their meaning, and {@link
 * org.mdscheck.checker.compile.Interpreter} takes steps: the reference semantics. May use {@code
 * spec} and {@code system}.
 */
package org.mdscheck.checker.compile;
