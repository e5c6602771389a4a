/**
 * Pictures of a result: what they show, and how a graph becomes a file.
 *
 * <p>Limits: without {@code dot} the layout of a graph with more than about 100 nodes and twice as
 * many edges takes longer than the deadline. The lane picture computes its own positions and is not
 * affected.
 */
package org.mdscheck.traces.graphviz;
