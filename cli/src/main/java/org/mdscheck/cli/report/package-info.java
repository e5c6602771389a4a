/**
 * What the commands print: reports as text and JSON, tables, and lines of progress. At most 75
 * columns of ASCII; nothing in a report depends on the time or on the number of workers.
 *
 * <p>Entry point: {@link org.mdscheck.cli.report.VerdictReport}. Uses the results of the checker
 * and {@code cli.models}.
 */
package org.mdscheck.cli.report;
