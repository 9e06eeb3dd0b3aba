package jiaohao.web;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Under which names a box on the LAN is asked for: by any address, by the name it listens on, or by
 * a name that only a local network gives. A name of the internet that leads here is a trick to have
 * a browser of this hall read the kiosk's pages for somebody else.
 *
 * @param configured the host of the device file
 */
public record OwnNames(String configured) implements Predicate<String> {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");
  private static final Pattern LOCAL = Pattern.compile("[a-z0-9-]+(\\.(local|lan|home\\.arpa))?");

  @Override
  public boolean test(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return ADDRESS.matcher(name).matches()
        || LOCAL.matcher(name).matches()
        || name.equals(configured.toLowerCase(Locale.ROOT));
  }
}
