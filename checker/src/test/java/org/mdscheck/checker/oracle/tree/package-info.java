/**
 * The language a second time: specs run by walking their trees, with values as nested lists and a
 * stack of positions for each process. Shares nothing with {@code compile}: no graphs, no slots, no
 * inlining.
 *
 * <p>Entry point: {@link org.mdscheck.checker.oracle.tree.TreeRun}.
 */
package org.mdscheck.checker.oracle.tree;
