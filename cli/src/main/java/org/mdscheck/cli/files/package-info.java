/**
 * Text files, read and written as a whole, with failures that a user understands.
 *
 * <p>Entry point: {@link org.mdscheck.cli.files.TextFile}. Uses {@code cli.exit}.
 */
package org.mdscheck.cli.files;
