/**
 * How the process ends: its exit codes, and the failures that carry one.
 *
 * <p>Entry point: {@link org.mdscheck.cli.exit.ExitCode}. Uses the results of the checker only.
 */
package org.mdscheck.cli.exit;
