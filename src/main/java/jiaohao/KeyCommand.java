package jiaohao;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import jiaohao.sync.ServerUser;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key}: credentials for a hall's box, or for a centre. */
@Command(
    name = "key",
    description = {
      "Makes the credentials of one hall's box, or of a centre.",
      "The secret goes to a file, for that machine alone; the entry for the server's",
      "authorization.users is printed."
    })
final class KeyCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Whose whose;

  @Option(
      names = "--satellite",
      paramLabel = "ID",
      description = "For a further box of the hall, which has this name there.")
  private String satellite;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the secret is written; must not be there yet.")
  private Path out;

  /** One of the two. */
  private static final class Whose {
    @Option(names = "--hall", paramLabel = "ID", description = "For the box of this hall.")
    private String hall;

    @Option(names = "--centre", description = "For a centre.")
    private boolean centre;
  }

  private ServerUser user() {
    if (whose.centre) {
      return ServerUser.ofCentre();
    }
    return satellite == null
        ? ServerUser.ofHall(whose.hall)
        : ServerUser.ofSatellite(whose.hall, satellite);
  }

  @Override
  public Integer call() throws IOException {
    if (!whose.centre && !whose.hall.matches("[a-z0-9-]{1,32}")) {
      System.err.println("--hall " + whose.hall + ": 应为营业厅编号 / expected a hall's id, [a-z0-9-]");
      return Main.WRONG_USE;
    }
    if (satellite != null && (whose.centre || !satellite.matches("[a-z0-9-]{1,16}"))) {
      System.err.println(
          "--satellite " + satellite + ": 与 --hall 合用,[a-z0-9-] / goes with --hall, [a-z0-9-]");
      return Main.WRONG_USE;
    }
    ServerUser user = user();
    try {
      Files.createFile(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(out, user.seed() + "\n");
    } catch (FileAlreadyExistsException there) {
      System.err.println(out + ": 已存在,请换一个文件名 / is there already; name another file");
      return Main.WRONG_USE;
    }
    System.out.println(user.entry());
    return Main.FINE;
  }
}
