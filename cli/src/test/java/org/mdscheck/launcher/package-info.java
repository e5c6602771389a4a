/** The launcher script at the root of a checkout, run with a Maven and a Java made for the test. */
package org.mdscheck.launcher;
