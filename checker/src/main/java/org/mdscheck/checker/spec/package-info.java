/**
 * The specification language: a spec is data, an immutable tree of types, expressions, effects,
 * statements and processes.
 *
 * <p>Entry points: {@link org.mdscheck.checker.spec.Spec#builder} to declare scalarsets, variables,
 * processes and properties; {@link org.mdscheck.checker.spec.Program#program} to write a program as
 * labelled atomic steps; static imports from {@link org.mdscheck.checker.spec.Expressions} and
 * {@link org.mdscheck.checker.spec.Effects} for what stands inside a step. May use {@code system}
 * for domains and scalarsets, nothing else of ours.
 *
 * <h2>Limits</h2>
 *
 * A program is inlined at each call, so there is no recursion. Arguments are passed by name: a
 * callee given {@code sessions.at(rank)} reads it anew at each mention; assign it to a local first
 * where the C code does. There is one initial state; a first step that chooses makes several.
 */
package org.mdscheck.checker.spec;
