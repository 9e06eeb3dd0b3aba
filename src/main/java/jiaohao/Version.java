package jiaohao;

import picocli.CommandLine;

/** The version of this firmware, as the build stamped it into the jar. */
final class Version implements CommandLine.IVersionProvider {
  static String words() {
    String stamped = Version.class.getPackage().getImplementationVersion();
    return stamped == null ? "unpackaged" : stamped;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"jiaohao " + words()};
  }
}
