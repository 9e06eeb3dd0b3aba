package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.device;
import static jiaohao.config.Examples.hall;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files say of the voice. */
class VoiceFileTest {
  private static final String VOICE =
      """
      [voice]
      output = "alsa:default"
      bank = "/etc/jiaohao/voice"
      volume = 80
      [[voice.quiet]]
      from = "12:00"
      to = "14:00"
      volume = 40
      [[voice.quiet]]
      from = "22:00"
      to = "06:00"
      volume = 0
      """;

  @Test
  void everyKeyOfTheVoiceIsRead() {
    Reading<DeviceFile> reading = device(VOICE);
    assertEquals(List.of(), reading.problems());
    assertEquals(
        new DeviceFile.Voice(
            "alsa:default",
            Optional.of("/etc/jiaohao/voice"),
            80,
            List.of(
                new DeviceFile.Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), 40),
                new DeviceFile.Quiet(LocalTime.of(22, 0), LocalTime.of(6, 0), 0))),
        reading.value().orElseThrow().voice());
  }

  @Test
  void whatIsLeftOutIsLoudAllDayWithClipsTheBoxMakes() {
    DeviceFile.Voice voice =
        device("[voice]\noutput = \"alsa:default\"\n").value().orElseThrow().voice();
    assertEquals(new DeviceFile.Voice("alsa:default", Optional.empty(), 100, List.of()), voice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from                       | to                 | place | says
          bank = "/etc/jiaohao/voice"  | bank = ""          | 3:8   | jiaohao voice bank
          bank = "/etc/jiaohao/voice"  | bnak = "x"         | 3:1   | did you mean "bank"?
          bank = "/etc/jiaohao/voice"  | bank = 1           | 3:8   | wrong type
          volume = 80                  | volume = 101       | 4:10  | out of range: 101
          volume = 40                  | volume = -1        | 8:10  | out of range: -1
          from = "12:00"               | from = "noon"      | 6:8   | expected "00:00" to "23:59"
          from = "12:00"               | from = "14:00"     | 7:6   | from and to are the same
          to = "14:00"                 | until = "14:00"    | 7:1   | unknown key "until"
          to = "14:00"                 | until = "14:00"    | 5:1   | missing key "to"
          """)
  void whatIsWrongIsToldWithItsPlace(String from, String to, String place, String says) {
    List<Problem> problems = device(changed(VOICE, from, to)).problems();
    assertTrue(
        problems.stream()
            .map(Problem::toString)
            .anyMatch(line -> line.startsWith("device.toml:" + place + ":") && line.contains(says)),
        problems.toString());
  }

  @Test
  void theHallChoosesHowItsDigitsAreRead() {
    String liang = changed(Examples.HALL, "one = \"yao\"", "one = \"yao\"\ntwo = \"liang\"");
    assertEquals(Plan.Two.LIANG, hall(liang).value().orElseThrow().two());
    assertEquals(Plan.Two.ER, hall(Examples.HALL).value().orElseThrow().two());
    assertTrue(
        told(hall(changed(liang, "\"liang\"", "\"pair\"")).problems())
            .toString()
            .contains("expected one of: \"er\", \"liang\""));
  }
}
