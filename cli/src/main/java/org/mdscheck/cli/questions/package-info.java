/**
 * The questions that a review asks of the code, each as claims that the checker decides.
 *
 * <p>Entry point: {@link org.mdscheck.cli.questions.Question}. Holds sentences and the names of
 * properties, scenarios and variants; what is true is found out each time it is asked. Uses nothing
 * of the command line.
 */
package org.mdscheck.cli.questions;
