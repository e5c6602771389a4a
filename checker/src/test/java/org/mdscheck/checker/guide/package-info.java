/** The example of docs/language.md, run, and the test that the page shows it as it is. */
package org.mdscheck.checker.guide;
