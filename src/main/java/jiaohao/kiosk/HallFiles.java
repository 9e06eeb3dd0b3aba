package jiaohao.kiosk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jiaohao.config.HallFile;
import jiaohao.config.Problem;
import jiaohao.config.Reading;
import jiaohao.hall.Order;
import jiaohao.hall.Plan;
import jiaohao.kiosk.OrderDesk.NotAnOrderException;

/** Hall files that the centre sends: checked like the technician's before they are accepted. */
final class HallFiles {
  private static final Pattern TABLE = Pattern.compile("\\s*\\[.*");
  private static final Pattern HOLIDAY = Pattern.compile("\\s*\\[\\[\\s*(holiday|workday)\\s*]].*");
  private static final Pattern TOLD = Pattern.compile("\\s*(#.*)?");

  private final Kiosk kiosk;
  private final HallCheck check;

  HallFiles(Kiosk kiosk, HallCheck check) {
    this.kiosk = kiosk;
    this.check = check;
  }

  /** A whole file. */
  Order hall(String source) throws NotAnOrderException {
    Reading<Plan> read = HallFile.parse("hall.toml", source.getBytes(StandardCharsets.UTF_8));
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(check.together(read));
    List<Problem> errors = problems.stream().filter(problem -> !problem.warning()).toList();
    if (read.value().isEmpty() || !errors.isEmpty()) {
      String all = errors.stream().map(Problem::toString).collect(Collectors.joining("\n"));
      throw new NotAnOrderException("营业厅文件有误,未采用", "the hall file is wrong and not taken:\n" + all);
    }
    requireSameHall(read.value().get());
    return new Order.Adopt(read.value().get(), read.source());
  }

  private void requireSameHall(Plan sent) throws NotAnOrderException {
    String own = kiosk.state().plan().map(Plan::id).orElse(sent.id());
    if (!own.equals(sent.id())) {
      throw new NotAnOrderException(
          "这是另一个营业厅的文件:" + sent.id() + ",本厅是 " + own,
          "the file is another hall's, " + sent.id() + "; this one is " + own);
    }
  }

  /** The file in force with these holidays and workdays in place of its own. */
  Order holidays(String tables) throws NotAnOrderException {
    List<String> lines = tables.lines().toList();
    boolean others =
        lines.stream().anyMatch(line -> isTable(line) && !HOLIDAY.matcher(line).matches());
    boolean headless =
        lines.stream().takeWhile(line -> !isTable(line)).anyMatch(line -> !isTold(line));
    if (others || headless) {
      throw new NotAnOrderException(
          "只能有 [[holiday]] 和 [[workday]]", "only [[holiday]] and [[workday]] tables");
    }
    return hall(without(inForce()) + "\n" + tables.strip() + "\n");
  }

  private String inForce() throws NotAnOrderException {
    String source = kiosk.state().orders().files().inForce();
    if (source.isEmpty()) {
      throw new NotAnOrderException("正在启动,请稍候", "starting; one moment");
    }
    return source;
  }

  /** The file without its holidays and workdays; comments around them stay. */
  private static String without(String source) {
    StringBuilder kept = new StringBuilder();
    boolean drops = false;
    for (String line : source.lines().toList()) {
      drops = isTable(line) ? HOLIDAY.matcher(line).matches() : drops && !isTold(line);
      if (!drops) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  private static boolean isTable(String line) {
    return TABLE.matcher(line).matches();
  }

  /** An empty line, or one for people. */
  private static boolean isTold(String line) {
    return TOLD.matcher(line).matches();
  }

  /** The file that was in force before this one. */
  Order before() throws NotAnOrderException {
    String before = kiosk.state().orders().files().before();
    if (before.isEmpty()) {
      throw new NotAnOrderException("没有以前的营业厅文件", "there is no earlier hall file");
    }
    return hall(before);
  }
}
