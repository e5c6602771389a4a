package org.mdscheck.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built with. */
final class Version implements IVersionProvider {
  /** Name and version in one line. */
  static String line() {
    final String version = Version.class.getPackage().getImplementationVersion();
    return "mdscheck " + (version == null ? "(built without a version)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {line(), "Java " + Runtime.version()};
  }
}
