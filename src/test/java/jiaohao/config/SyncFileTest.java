package jiaohao.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device file says of the way to the centre. */
class SyncFileTest {
  private static Reading<DeviceFile> device(String sync) {
    return DeviceFileReader.parse("device.toml", ("[sync]\n" + sync).getBytes(UTF_8));
  }

  private static DeviceFile.Sync sync(String sync) {
    Reading<DeviceFile> read = device(sync);
    assertEquals(List.of(), read.problems());
    return read.value().flatMap(DeviceFile::sync).orElseThrow();
  }

  @Test
  void oneServerIsEnough() {
    assertEquals(new DeviceFile.Sync("nats://h:4222"), sync("nats = \"nats://h:4222\""));
  }

  @Test
  void everythingCanBeSaid() {
    DeviceFile.Sync read =
        sync(
            """
            nats = ["tls://a:4222", "tls://b:4222"]
            centre = "https://queue.example.cn"
            credentials = "/etc/jiaohao/hall.creds"
            ca = "/etc/jiaohao/ca.pem"
            first = "begin"
            last_numbers = { inspection = 57, questions = 3 }
            """);
    assertEquals(
        new DeviceFile.Sync(
            List.of("tls://a:4222", "tls://b:4222"),
            Optional.of("https://queue.example.cn"),
            Optional.of(Path.of("/etc/jiaohao/hall.creds")),
            Optional.of(Path.of("/etc/jiaohao/ca.pem")),
            DeviceFile.First.BEGIN,
            Map.of("inspection", 57, "questions", 3)),
        read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nats = []",
        "nats = [\"nats://a\", \"http://b\"]",
        "nats = [1]",
        "nats = 4222",
        "nats = \"nats://a\"\nfirst = \"now\"",
        "nats = \"nats://a\"\ncredentials = \"hall.creds\"",
        "nats = \"nats://a\"\nlast_numbers = { inspection = 0 }",
        "nats = \"nats://a\"\nlast_numbers = { inspection = 1000 }",
        "nats = \"nats://a\"\nlast_numbers = 57",
        "nats = \"nats://a\"\npassword = \"x\"",
        "credentials = \"/hall.creds\"",
      })
  void whatCannotBeIsToldWithItsLine(String sync) {
    List<Problem> problems = device(sync).problems();
    assertFalse(problems.isEmpty());
    assertTrue(
        problems.stream().allMatch(problem -> problem.toString().startsWith("device.toml:")));
  }

  @Test
  void noMessageRepeatsThePasswordOfAnyAddress() {
    List<Problem> problems = device("nats = [\"nats://u:secret@h/x\"]").problems();
    assertFalse(problems.toString().contains("secret"));
  }

  @Test
  void aLastNumberOfAnUnknownServiceIsTold() {
    Reading<DeviceFile> device = device("nats = \"nats://a\"\nlast_numbers = { inspektion = 57 }");
    List<Problem> problems =
        Checks.together(HallFile.parse("hall.toml", Examples.HALL.getBytes(UTF_8)), device);
    assertTrue(problems.toString().contains("inspektion"), problems.toString());
  }
}
