/**
 * What can be checked, by name: variants, scenarios, bounds, assumptions, properties.
 *
 * <p>Entry point: {@link org.mdscheck.cli.models.ModelLibrary}. The commands see the models through
 * it only, so that they can be tested with a small one. May use every other module, and nothing
 * else of the command line.
 */
package org.mdscheck.cli.models;
