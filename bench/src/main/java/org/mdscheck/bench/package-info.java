/**
 * Models on which model checkers are compared, and one measured search of one of them.
 *
 * <p>Entry point: {@link org.mdscheck.bench.Measurement}, which {@code bench/run} starts beside the
 * other checkers; they read the same models in their own languages from {@code bench/peers}. Uses
 * the checker and nothing else.
 */
package org.mdscheck.bench;
