package jiaohao;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jiaohao.config.Check;
import jiaohao.config.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check}: everything that is wrong with hall and device files. */
@Command(
    name = "check",
    description = "Reads hall and device files, each alone and against each other.")
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Hall and device files.")
  private List<Path> files;

  @Override
  public Integer call() {
    List<Problem> problems = Check.files(files);
    Files.tell(problems);
    return problems.stream().allMatch(Problem::warning) ? Main.FINE : Main.WRONG_USE;
  }
}
