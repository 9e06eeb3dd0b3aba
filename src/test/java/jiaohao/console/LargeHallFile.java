package jiaohao.console;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The file of a hall with many windows and services, and names as long as offices give them. */
final class LargeHallFile {
  private static final String HEAD =
      """
      [hall]
      id = "large"
      name = { zh = "某某市公共资源与不动产登记综合政务服务中心(东部新城分中心)", en = "Municipal Centre for Public Resources and Real-Estate Registration, Eastern New Town" }
      timezone = "Asia/Shanghai"
      languages = ["zh", "en"]
      promise = true
      """;

  private LargeHallFile() {}

  /** Every window serves every service, s1 to sN. */
  static String text(int windows, int services) {
    String all =
        IntStream.rangeClosed(1, services)
            .mapToObj(number -> "\"s" + number + "\"")
            .collect(Collectors.joining(", "));
    return HEAD
        + IntStream.rangeClosed(1, services)
            .mapToObj(LargeHallFile::service)
            .collect(Collectors.joining())
        + IntStream.rangeClosed(1, windows)
            .mapToObj(number -> "[[counter]]\nnumber = %d\nstages = [%s]\n".formatted(number, all))
            .collect(Collectors.joining());
  }

  private static String service(int number) {
    char prefix = "ACDEFGHJLPQ".charAt(number - 1);
    return """
    [[service]]
    id = "s%d"
    prefix = "%s"
    name = { zh = "不动产转移登记与抵押权首次登记联办", en = "Transfer and first mortgage registration in one go" }
    [[stage]]
    id = "s%d"
    name = { zh = "不动产转移登记与抵押权首次登记联办", en = "Transfer and first mortgage registration in one go" }
    limit_s = 1800
    wait_limit_s = 1800
    """
        .formatted(number, prefix, number);
  }
}
