/**
 * The command {@code mdscheck}: options, wiring, printing, exit codes. May use everything; the only
 * package that prints, reads the environment or exits.
 */
package org.mdscheck.cli;
