package jiaohao.config;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jiaohao.hall.Verb;

/**
 * What this box is wired to, as the device file says.
 *
 * @param printers in the order of the file; may be empty
 * @param boards in the order of the file; may be empty
 * @param buttons in the order of the file; may be empty
 * @param counterDisplays in the order of the file; may be empty
 */
public record DeviceFile(
    List<Printer> printers,
    List<Board> boards,
    List<Button> buttons,
    Voice voice,
    Optional<Sync> sync,
    Optional<Console> console,
    Trust clockTrust,
    List<CounterDisplay> counterDisplays) {

  /** What stands where a port, line or output would, for a device that is only simulated. */
  public static final String SIMULATED = "simulated";

  public DeviceFile {
    printers = List.copyOf(printers);
    boards = List.copyOf(boards);
    buttons = List.copyOf(buttons);
    counterDisplays = List.copyOf(counterDisplays);
  }

  /** A box whose counters have no displays of their own. */
  public DeviceFile(
      List<Printer> printers,
      List<Board> boards,
      List<Button> buttons,
      Voice voice,
      Optional<Sync> sync,
      Optional<Console> console,
      Trust clockTrust) {
    this(printers, boards, buttons, voice, sync, console, clockTrust, List.of());
  }

  /**
   * @param id "printer" unless the file names it
   * @param port a tty, or "simulated"
   * @param baud bits a second on the wire, 8N1: 1200–921600
   * @param widthMillimetres paper width: 58 or 80
   * @param charset characters it can draw itself
   */
  public record Printer(
      String id, String port, int baud, int widthMillimetres, Flow flow, Charset charset) {
    public Printer(String id, String port, int baud, int widthMillimetres, Flow flow) {
      this(id, port, baud, widthMillimetres, flow, Charset.GB18030);
    }

    public boolean simulated() {
      return port.equals(SIMULATED);
    }
  }

  /** Flow control on the printer's port. */
  public enum Flow {
    NONE,
    RTSCTS,
    XONXOFF
  }

  /** Characters a printer can draw itself; lines with others are sent as pictures. */
  public enum Charset {
    /** All of China's standard. */
    GB18030,
    /** The 6763 hanzi of 1980, all that many clones have. */
    GB2312,
    /** No hanzi at all, or its two-byte mode cannot be switched on. */
    ASCII
  }

  /**
   * @param id "board" unless the file names it
   * @param port an SPI device such as /dev/spidev0.0, a tty for a window screen, or "simulated"
   * @param chips MAX7219 in the chain, 1–64; says nothing of a window screen
   * @param counters whose calls are shown; empty means all
   * @param layout how the chips of a matrix face are put together; says nothing of others
   */
  public record Board(
      String id,
      String port,
      int chips,
      Face face,
      Set<Integer> counters,
      Layout layout,
      Look look) {
    public Board(String id, String port, int chips, Face face, Set<Integer> counters) {
      this(id, port, chips, face, counters, Layout.ONE_ROW);
    }

    public Board(
        String id, String port, int chips, Face face, Set<Integer> counters, Layout layout) {
      this(id, port, chips, face, counters, layout, Look.USUAL);
    }

    public boolean simulated() {
      return port.equals(SIMULATED);
    }
  }

  /**
   * What a board looks like.
   *
   * @param brightness from certain hours on; empty for the usual one all day
   * @param font what a matrix writes with; empty for the usual file
   * @param idleClock whether digits show the time, and how many wait, while nobody is called
   */
  public record Look(List<Brightness> brightness, Optional<Path> font, boolean idleClock) {
    public static final Look USUAL = new Look(List.of(), Optional.empty(), false);

    public Look {
      brightness = brightness.stream().sorted(Comparator.comparing(Brightness::from)).toList();
    }

    /** The brightness at an hour, 0–15; the last of the day holds until the first. */
    public int brightnessAt(LocalTime time, int otherwise) {
      return brightness.stream()
          .filter(each -> !each.from().isAfter(time))
          .reduce((earlier, later) -> later)
          .or(() -> brightness.stream().reduce((earlier, later) -> later))
          .map(Brightness::level)
          .orElse(otherwise);
    }
  }

  /**
   * How bright a board is from an hour on.
   *
   * @param from local time
   * @param level 0–15, in 32nds of full current: 1, 3, 5 … 31
   */
  public record Brightness(LocalTime from, int level) {}

  /**
   * How the chips of a matrix face are put together.
   *
   * @param rows rows of chips, a divisor of their number
   * @param rotation degrees clockwise by which each chip is turned: 0, 90, 180 or 270
   */
  public record Layout(int rows, Order order, int rotation) {
    public static final Layout ONE_ROW = new Layout(1, Order.ROWS, 0);
  }

  /** How the chain runs through the rows of chips. */
  public enum Order {
    /** Each row from left to right. */
    ROWS,
    /** The second row back from right to left, and so on. */
    SNAKE
  }

  /** What a chip drives. */
  public enum Face {
    /** Eight seven-segment digits. */
    DIGITS,
    /** Eight by eight dots. */
    MATRIX,
    /** A window's own screen of four digits on RS-485, as Xunpeng makes them. */
    XUNPENG
  }

  /**
   * A display that only the clerk of one counter sees: a MAX7219 with eight digits. Those on one
   * bus are one chain.
   *
   * @param spi an SPI device such as /dev/spidev0.1, or "simulated"
   * @param chip place in the chain, 1 is the nearest
   * @param beeper what sounds beside it, if anything
   * @param supervisor whether the supervisor sits there, and is called there
   */
  public record CounterDisplay(
      int counter, String spi, int chip, Optional<Beeper> beeper, boolean supervisor) {
    public boolean simulated() {
      return spi.equals(SIMULATED);
    }
  }

  /**
   * A sounder on an output line.
   *
   * @param chip GPIO chip by name or label; "simulated" for one that is only simulated
   * @param offset line within the chip; for a simulated one the counter's number
   * @param activeLow it sounds while the line is low
   */
  public record Beeper(String chip, int offset, boolean activeLow) {
    public boolean simulated() {
      return chip.equals(SIMULATED);
    }

    /** The line as the device file spells it: "gpiochip0:22". */
    public String line() {
      return chip + ":" + offset;
    }
  }

  /**
   * @param chip GPIO chip by name or label; "simulated" for a line that is only simulated
   * @param offset line within the chip; for a simulated line its place among the buttons
   * @param activeLow a press pulls the line low
   * @param press what a press means
   * @param held what a press of 1.5 s means; the short press then acts on release
   */
  public record Button(
      String chip, int offset, boolean activeLow, Pull pull, Verb press, Optional<Verb> held) {
    public boolean simulated() {
      return chip.equals(SIMULATED);
    }

    /** The line as the device file spells it: "gpiochip0:17". */
    public String line() {
      return chip + ":" + offset;
    }
  }

  /** Resistor that holds an open line. */
  public enum Pull {
    UP,
    DOWN,
    NONE
  }

  /**
   * @param output "simulated", "off", "alsa:DEVICE" or "file:DIR"
   * @param bank folder of the clips; empty: they are made in the state directory
   * @param volume in per cent, 0–100
   * @param quiet when it is another; the first that fits
   */
  public record Voice(String output, Optional<String> bank, int volume, List<Quiet> quiet) {
    public Voice {
      quiet = List.copyOf(quiet);
    }

    /** At full volume all day, with clips made by the box itself. */
    public Voice(String output) {
      this(output, Optional.empty(), 100, List.of());
    }
  }

  /**
   * Hours of another volume, in the hall's time.
   *
   * @param to may lie before {@code from}: over midnight
   * @param volume in per cent, 0–100
   */
  public record Quiet(LocalTime from, LocalTime to, int volume) {}

  /**
   * Where the journal is sent.
   *
   * @param nats the servers of the hall's NATS, at least one; any of them will do
   * @param centre where the public reaches the centre's pages, without a slash at the end: a slip's
   *     QR code then leads to the ticket's own page there
   * @param credentials file with the box's credentials: a .creds file, or an nkey's seed
   * @param ca certificates (PEM) that the servers' must come from; empty for those Java trusts
   * @param first what an empty box does that cannot ask the centre what the hall has issued
   * @param lastNumbers by service id, the highest number that was seen on a slip
   * @param satellite this box's name, if another one decides for the hall; empty for that one
   */
  public record Sync(
      List<String> nats,
      Optional<String> centre,
      Optional<Path> credentials,
      Optional<Path> ca,
      First first,
      Map<String, Integer> lastNumbers,
      Optional<String> satellite) {
    public Sync {
      nats = List.copyOf(nats);
      lastNumbers = Map.copyOf(lastNumbers);
    }

    /** Of the box that decides for its hall. */
    public Sync(
        List<String> nats,
        Optional<String> centre,
        Optional<Path> credentials,
        Optional<Path> ca,
        First first,
        Map<String, Integer> lastNumbers) {
      this(nats, centre, credentials, ca, first, lastNumbers, Optional.empty());
    }

    /** A server that asks for no credentials. */
    public Sync(String nats, Optional<String> centre) {
      this(List.of(nats), centre, Optional.empty(), Optional.empty(), First.WAIT, Map.of());
    }

    public Sync(String nats) {
      this(nats, Optional.empty());
    }
  }

  /** What an empty box does that cannot ask the centre what the hall has issued. */
  public enum First {
    /** Issues nothing until the centre has answered. */
    WAIT,
    /** Begins with numbers from 501 on, which no hall has reached in one morning. */
    BEGIN
  }

  /**
   * Where the staff's pages answer.
   *
   * @param port 1–65535
   * @param pin what staff enter before they command from a page; empty: pages only show
   */
  public record Console(String host, int port, Optional<String> pin) {
    public Console(String host, int port) {
      this(host, port, Optional.empty());
    }

    /** Without the PIN, which must not come into any log. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** Whether the system clock is believed. */
  public enum Trust {
    /** When the system calls it synchronized or a real-time clock set it. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The same box with other buttons. */
  public DeviceFile withButtons(List<Button> others) {
    return new DeviceFile(
        printers, boards, others, voice, sync, console, clockTrust, counterDisplays);
  }

  /** A device that is only simulated, in words; empty when every device is real. */
  public Optional<String> firstSimulated() {
    for (Printer printer : printers) {
      if (printer.simulated()) {
        return Optional.of("printer " + printer.id());
      }
    }
    for (Board board : boards) {
      if (board.simulated()) {
        return Optional.of("board " + board.id());
      }
    }
    for (Button button : buttons) {
      if (button.simulated()) {
        return Optional.of("button " + button.press());
      }
    }
    for (CounterDisplay display : counterDisplays) {
      boolean beeps = display.beeper().filter(Beeper::simulated).isPresent();
      if (display.simulated() || beeps) {
        return Optional.of("counter_display " + display.counter());
      }
    }
    return voice.output().equals(SIMULATED) ? Optional.of("voice") : Optional.empty();
  }
}
