/**
 * The rules that the modules keep, as tests. Each rule is also run on classes of {@code
 * org.mdscheck.broken}, written to break it.
 */
package org.mdscheck.architecture;
