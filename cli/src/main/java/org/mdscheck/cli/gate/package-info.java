/**
 * Expected outcomes: the gate file, its comparison with what was found, and JUnit's form of that.
 *
 * <p>Entry point: {@link org.mdscheck.cli.gate.GateFile}. Uses {@code cli.report}, {@code
 * cli.models}, {@code cli.exit} and {@code cli.files}.
 */
package org.mdscheck.cli.gate;
