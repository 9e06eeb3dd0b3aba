package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.device;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.config.DeviceFile.Board;
import jiaohao.config.DeviceFile.Button;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;
import jiaohao.config.DeviceFile.Pull;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFileTest {
  @Test
  void everyKeyIsRead() {
    Reading<DeviceFile> reading = device(Examples.DEVICE);
    assertEquals(List.of(), reading.problems());
    DeviceFile expected =
        new DeviceFile(
            List.of(
                new DeviceFile.Printer(
                    "front", "/dev/kiosk/printer", 9600, 80, DeviceFile.Flow.NONE)),
            List.of(
                new Board("left", "/dev/spidev0.0", 8, Face.DIGITS, Set.of(1, 2)),
                new Board(
                    "right",
                    "/dev/spidev0.1",
                    4,
                    Face.MATRIX,
                    Set.of(),
                    new Layout(2, Order.SNAKE, 90))),
            List.of(
                new Button(
                    "gpiochip0",
                    17,
                    true,
                    Pull.UP,
                    new Verb.Take("inspection"),
                    Optional.of(new Verb.Language("en"))),
                new Button(
                    "pinctrl-bcm2711",
                    27,
                    false,
                    Pull.DOWN,
                    new Verb.Take("enquiry"),
                    Optional.empty()),
                new Button(
                    "simulated",
                    2,
                    true,
                    Pull.UP,
                    new Verb.AtCounter(Verb.Key.NEXT, 1),
                    Optional.of(new Verb.AtCounter(Verb.Key.UNDO, 1))),
                new Button(
                    "simulated",
                    3,
                    true,
                    Pull.UP,
                    new Verb.AtCounter(Verb.Key.NEXT, 2),
                    Optional.empty())),
            new DeviceFile.Voice("alsa:default"),
            Optional.of(new DeviceFile.Sync("nats://127.0.0.1:4222")),
            Optional.of(new DeviceFile.Console("127.0.0.1", 8081)),
            DeviceFile.Trust.AUTO);
    assertEquals(expected, reading.value().orElseThrow());
  }

  @Test
  void theOnlyPrinterAndBoardNeedNoName() {
    String text = "[printer]\nport = \"/dev/ttyUSB0\"\n[board]\nspi = \"simulated\"\nchips = 1\n";
    DeviceFile read = device(text).value().orElseThrow();
    assertEquals(
        List.of(new DeviceFile.Printer("printer", "/dev/ttyUSB0", 9600, 80, DeviceFile.Flow.NONE)),
        read.printers());
    assertEquals(List.of(new Board("board", "simulated", 1, Face.DIGITS, Set.of())), read.boards());
    assertEquals("off", read.voice().output());
    assertEquals(Optional.empty(), read.sync());
    assertEquals(Optional.empty(), read.console());
    assertEquals(DeviceFile.Trust.AUTO, read.clockTrust());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from                   | to                           | place | says
          port = "/dev/kiosk/printer" | port = "COM3"             | 3:8   | expected a tty
          port = "/dev/kiosk/printer" | port = "simulatde"        | 3:8   | did you mean "simulated"?
          port = "/dev/kiosk/printer" | port = "/dev/"            | 3:8   | expected a tty
          port = "/dev/kiosk/printer" | prot = "/dev/ttyUSB0"     | 1:1   | missing key "port" [printer]
          baud = 9600              | baud = 9601                  | 4:8   | expected one of: 1200, 2400
          baud = 9600              | baud = "9600"                | 4:8   | wrong type: 文字 "9600"
          width_mm = 80            | width_mm = 72                | 5:12  | expected one of: 58, 80
          width_mm = 80            | width = 80                   | 5:1   | did you mean "width_mm"?
          flow = "none"            | flow = "RTSCTS"              | 6:8   | did you mean "rtscts"?
          id = "right"             | id = "left"                  | 14:6  | duplicate board id "left"
          id = "right"             | id = "Right"                 | 14:6  | did you mean "right"?
          spi = "/dev/spidev0.1"   | spi = "/dev/spidev0.0"       | 15:7  | duplicate board spi
          spi = "/dev/spidev0.1"   | spi = "/dev/spidv0.1"         | 15:7  | did you mean "/dev/spidev0.0"?
          spi = "/dev/spidev0.1"   | spi = "/dev/spidev7.0"       | 15:7  | expected /dev/spidev0.0 … 6.N
          chips = 8                | chips = 65                   | 10:9  | a whole number 1–64
          chips = 8                | chips = 0                    | 10:9  | out of range: 0
          face = "digits"          | face = "digit"               | 11:8  | did you mean "digits"?
          face = "digits"          | rows = 2                     | 11:1  | unknown key "rows" [board]
          counters = [1, 2]        | counters = [1, 1]            | 12:16 | duplicate counter "1"
          counters = [1, 2]        | counters = [0]               | 12:13 | out of range: 0
          counters = [1, 2]        | counters = []                | 12:12 | the list is empty
          rows = 2                 | rows = 3                     | 18:8  | 4 chips do not make 3 rows
          order = "snake"          | order = "zigzag"             | 19:9  | expected one of: "rows", "snake"
          rotation = 90            | rotation = 45                | 20:12 | expected one of: 0, 90, 180, 270
          line = "gpiochip0:17"    | line = "gpiochip0"           | 22:8  | expected CHIP:LINE
          line = "gpiochip0:17"    | line = "17"                  | 22:8  | expected CHIP:LINE
          line = "gpiochip0:17"    | line = "pinctrl-bcm2711:27"  | 28:8  | duplicate button line "pinctrl-bcm2711:27"; 每个只能用一次,第一处在第 22 行
          line = "gpiochip0:17"    | line = "pinctrl-bcm2711:027" | 28:8  | duplicate button line
          line = "gpiochip0:17"    | line = "simulated:0"         | 22:8  | expected CHIP:LINE
          active = "low"           | active = "Low"               | 23:10 | did you mean "low"?
          active = "low"           | active = 0                   | 23:10 | wrong type
          pull = "up"              | pull = "upp"                 | 24:8  | did you mean "up"?
          press = "take inspection" | press = "tke inspection"    | 25:9  | did you mean "take"?
          press = "take inspection" | press = "take"              | 25:9  | expected: take SERVICE
          press = "take inspection" | press = "prioritty elderly" | 25:9 | did you mean "priority"?
          press = "take inspection" | press = "call 1"            | 25:9  | call is typed or scanned at a desk
          press = "take inspection" | press = "bind 1 K7"         | 25:9  | bind 在柜台输入或扫描
          press = "take inspection" | press = "back 1 A012"       | 25:9  | a button says a bare verb
          press = "take inspection" | press = "sign-on"           | 25:9  | sign-on is typed
          press = "take inspection" | press = "next 0"            | 25:9  | next COUNTER, a number 1-99
          press = "take inspection" | press = "take　inspection"  | 25:9  | special space U+3000
          press = "take inspection" | press = ["assist"]          | 25:9  | wrong type: 列表
          press = "take inspection" | active = "low"              | 25:1  | duplicate key "active"
          held = "language en"     | held = "take inspection"     | 26:8  | held means the same as press
          held = "language en"     | held = ""                    | 26:8  | expected one of: take SERVICE
          output = "alsa:default"  | output = "alsa"              | 40:10 | "alsa:default", "file:DIR"
          output = "alsa:default"  | output = "of"                | 40:10 | did you mean "off"?
          output = "alsa:default"  | output = "alsa:"             | 40:10 | "alsa:default", "file:DIR"
          nats = "nats://127.0.0.1:4222" | nats = "127.0.0.1:4222" | 42:8 | expected nats://HOST:PORT
          nats = "nats://127.0.0.1:4222" | nats = "nats:x"        | 42:8  | expected nats://HOST:PORT
          nats = "nats://127.0.0.1:4222" | nats = "nats://h:99999" | 42:8 | expected nats://HOST:PORT
          listen = "127.0.0.1:8081" | listen = "8081"             | 44:10 | expected HOST:PORT
          listen = "127.0.0.1:8081" | listen = "127.0.0.1:65536"  | 44:10 | port 1-65535
          listen = "127.0.0.1:8081" | listen = "127.0.0.1：8081"  | 44:10 | full-width colon ：
          trust = "auto"           | trust = true                 | 46:9  | the boolean true
          trust = "auto"           | trust = "allways"            | 46:9  | did you mean "always"?
          trust = "auto"           | trusted = "auto"             | 46:1  | did you mean "trust"?
          [clock]                  | [cloak]                      | 45:1  | did you mean "clock"?
          [clock]                  | [hall]                       | 45:1  | this belongs in the hall file
          """)
  void everyFaultIsToldWithItsPlaceAndARemedy(String from, String to, String place, String says) {
    List<String> told = told(device(changed(Examples.DEVICE, from, to)).problems());
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith(place + ": ") && line.contains(says)),
        () -> "expected " + place + ": … " + says + "\nbut was told " + String.join("\n", told));
  }

  @Test
  void twoPrintersNeedTwoNamesAndTwoPorts() {
    String one = "[[printer]]\nport = \"/dev/ttyUSB0\"\n";
    List<String> told = told(device(one + one).problems());
    assertTrue(told.get(0).startsWith("3:1: ") && told.get(0).contains("duplicate printer id"));
    assertTrue(told.get(1).startsWith("4:8: ") && told.get(1).contains("duplicate printer port"));
    assertEquals(2, told.size());
  }

  @Test
  void aSingleButtonTableIsToldToBeAList() {
    List<String> told = told(device("[button]\nline = \"simulated\"\n").problems());
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("1:1: ") && told.getFirst().contains("[[button]]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://kiosk:geheim@host:4222", "kiosk:ge/heim@h", "nats://a:geheim@"})
  void aPasswordIsNeverRepeated(String address) {
    List<String> told = told(device("[sync]\nnats = \"" + address + "\"\n").problems());
    assertEquals(1, told.size());
    assertFalse(told.getFirst().contains("heim"), told.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nats://h", "tls://centre.example:4443", "nats://me:pw@10.0.0.2:4222"})
  void addressesOfServersAreTaken(String address) {
    DeviceFile read = device("[sync]\nnats = \"" + address + "\"\n").value().orElseThrow();
    assertEquals(Optional.of(new DeviceFile.Sync(address)), read.sync());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://queue.example.cn", "http://10.0.0.2:8090/halls/north"})
  void aCentreHasAPublicAddress(String address) {
    String text = "[sync]\nnats = \"nats://h\"\ncentre = \"" + address + "\"\n";
    assertEquals(
        Optional.of(address),
        device(text).value().flatMap(DeviceFile::sync).flatMap(DeviceFile.Sync::centre));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"queue.example.cn", "https://a.cn/", "https://a:b@c.cn", "ftp://a.cn", ""})
  void aCentreThatNoTelephoneOpensIsAMistake(String address) {
    List<String> told =
        told(device("[sync]\nnats = \"nats://h\"\ncentre = \"" + address + "\"\n").problems());
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("3:10: "), told.getFirst());
    assertTrue(told.getFirst().contains("应为公众可访问的网址"), told.getFirst());
  }

  @Test
  void aPrinterSaysWhichCharactersItHas() {
    String text = "[printer]\nport = \"simulated\"\ncharset = \"gb2312\"\n";
    assertEquals(
        DeviceFile.Charset.GB2312,
        device(text).value().orElseThrow().printers().getFirst().charset());
    List<String> told = told(device(text.replace("gb2312", "gbk")).problems());
    assertEquals(1, told.size());
    assertTrue(told.getFirst().contains("\"ascii\", \"gb18030\", \"gb2312\""), told.getFirst());
  }

  @Test
  void theConsoleMayListenOnAnAddressOfTheNewKind() {
    DeviceFile read = device("[console]\nlisten = \"[::1]:80\"\n").value().orElseThrow();
    assertEquals(Optional.of(new DeviceFile.Console("[::1]", 80)), read.console());
  }

  @Test
  void anEmptyFileIsNoDeviceFile() {
    List<String> told = told(device("").problems());
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("1:1: "));
  }
}
