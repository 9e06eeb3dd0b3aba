package jiaohao.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jiaohao.clock.SimulatedClock;
import jiaohao.config.DeviceFile;
import jiaohao.health.Fault;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundOutputsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Utterance WORDS = new Utterance("zh", "请", List.of("请", "号"));
  private static final Announcement CALL = new Announcement(List.of(WORDS), true, false);

  @TempDir private Path dir;
  private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T04:00:00Z"));

  private static short[] ramp(int length) {
    short[] ramp = new short[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = (short) i;
    }
    return ramp;
  }

  /** A player that does as told in a line of shell. */
  private String player(String shell) throws IOException {
    Path program = dir.resolve("player");
    Files.writeString(program, "#!/bin/sh\n" + shell + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program.toString();
  }

  @Test
  void eachPieceIsOneRunOfThePlayerWithEverySampleInOrder() throws Exception {
    String player = player("echo \"$@\" >> " + dir + "/runs; cat >> " + dir + "/sound");
    AlsaOutput output = AlsaOutput.open(player, "hw:1,0");
    long tried = Files.size(dir.resolve("sound"));
    output.play(ramp(50_000), () -> false);
    byte[] sound = Files.readAllBytes(dir.resolve("sound"));
    assertArrayEquals(
        Pcm.bytes(ramp(50_000)), Arrays.copyOfRange(sound, (int) tried, sound.length));
    String run = "-q -D hw:1,0 -t raw -f S16_LE -r 22050 -c1 -";
    assertEquals(List.of(run, run), Files.readAllLines(dir.resolve("runs")));
  }

  @Test
  void theRealPlayerPlaysToAnAlsaDevice() throws Exception {
    assumeTrue(Tool.available("aplay"), "aplay is not installed");
    Path heard = dir.resolve("heard.raw");
    AlsaOutput output = AlsaOutput.open("file:" + heard + ",raw");
    output.play(ramp(30_000), () -> false);
    byte[] sound = Files.readAllBytes(heard);
    byte[] played = Pcm.bytes(ramp(30_000));
    assertArrayEquals(played, Arrays.copyOf(sound, played.length));
    for (int i = played.length; i < sound.length; i++) {
      assertEquals(0, sound[i], "what fills up the last period is silent");
    }
  }

  @Test
  void aCardThatIsNotThereIsToldWithARemedy() throws Exception {
    assumeTrue(Tool.available("aplay"), "aplay is not installed");
    IOException wrong = assertThrows(IOException.class, () -> AlsaOutput.open("hw:nosuchcard"));
    assertTrue(wrong.getMessage().contains("audio open error"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("aplay -L"), wrong.getMessage());
  }

  @Test
  void aMissingPlayerIsAFaultOfItsOwn() {
    VoiceException missing =
        assertThrows(
            VoiceException.class, () -> AlsaOutput.open(dir.resolve("none").toString(), "x"));
    assertEquals(Fault.VOICE_NO_PLAYER, missing.fault());
    assertTrue(missing.getMessage().contains("apt install alsa-utils"), missing.getMessage());
  }

  @Test
  void aPlayerThatFailsWithoutReadingIsToldInItsOwnWords() throws Exception {
    String player = player("echo first >&2; echo 'device busy' >&2; exit 3");
    IOException failed = assertThrows(IOException.class, () -> AlsaOutput.open(player, "x"));
    assertTrue(failed.getMessage().contains("device busy"), failed.getMessage());
  }

  @Test
  void whoIsInterruptedLeavesNoPlayerBehind() throws Exception {
    AlsaOutput output = AlsaOutput.open(player("echo $$ > " + dir + "/pid; cat > /dev/null"), "x");
    Files.delete(dir.resolve("pid"));
    player("echo $$ > " + dir + "/pid; exec sleep 60");
    Thread speaking =
        Thread.ofPlatform()
            .start(() ->
                assertThrows(
                    InterruptedIOException.class,
                    () -> output.play(new short[200_000], () -> false)));
    Await.until("it plays", () -> pid().isPresent());
    speaking.interrupt();
    speaking.join();
    long pid = pid().orElseThrow();
    Await.until("ended", () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void whatIsBrokenOffEndsAtOnce() throws Exception {
    AlsaOutput output = AlsaOutput.open(player("cat > /dev/null"), "x");
    player("exec sleep 60");
    long began = System.nanoTime();
    output.play(new short[200_000], () -> System.nanoTime() - began > 50_000_000);
    assertTrue(Duration.ofNanos(System.nanoTime() - began).toMillis() < 5000);
  }

  private Optional<Long> pid() throws IOException {
    Path file = dir.resolve("pid");
    String written = Files.exists(file) ? Files.readString(file, UTF_8) : "";
    return written.endsWith("\n") ? Optional.of(Long.valueOf(written.strip())) : Optional.empty();
  }

  @Test
  void filesAreInTheOrderTheyWereSaidAndNeverHalfWritten() throws Exception {
    Path folder = dir.resolve("said/today");
    FileOutput output = FileOutput.open(folder, clock, SHANGHAI);
    for (int i = 1; i <= 12; i++) {
      output.play(ramp(i), () -> false);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.sorted().toList();
      assertEquals(12, sorted.size());
      for (int i = 0; i < 12; i++) {
        assertArrayEquals(Wav.write(ramp(i + 1)), Files.readAllBytes(sorted.get(i)));
      }
      assertEquals("20261122-120000-000-00001.wav", sorted.getFirst().getFileName().toString());
    }
  }

  private DeviceFile.Voice quietAtNoon() {
    DeviceFile.Quiet noon = new DeviceFile.Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), 50);
    DeviceFile.Quiet night = new DeviceFile.Quiet(LocalTime.of(22, 0), LocalTime.of(6, 0), 0);
    return new DeviceFile.Voice("off", Optional.empty(), 80, List.of(noon, night));
  }

  @Test
  void theVolumeGoesByTheHour() {
    Volume volume = new Volume(quietAtNoon());
    assertEquals(0.64, volume.gain(LocalTime.of(11, 59)), 1e-9);
    assertEquals(0.25, volume.gain(LocalTime.of(12, 0)), 1e-9);
    assertEquals(0.64, volume.gain(LocalTime.of(14, 0)), 1e-9);
    assertEquals(0, volume.gain(LocalTime.of(23, 0)), 1e-9);
    assertEquals(0, volume.gain(LocalTime.of(5, 59)), 1e-9);
  }

  private record Heard(List<short[]> pieces) implements SoundOutput {
    @Override
    public void play(short[] sound, BooleanSupplier brokenOff) {
      pieces.add(sound);
    }
  }

  @Test
  void whatIsUrgentIsLoudAtAnyHour() throws Exception {
    Heard heard = new Heard(new ArrayList<>());
    ClipBank bank = new ClipBank(Optional.empty(), Banks::hum);
    Script script = new Script(Map.of("zh", Set.of("请", "号")), SHANGHAI, Optional.empty());
    MixingSpeaker speaker =
        new MixingSpeaker(bank, heard, new Volume(quietAtNoon()), clock, script);
    speaker.speak(CALL, () -> false);
    speaker.speak(new Announcement(List.of(WORDS), true, true), () -> false);
    double quieter = Pcm.rmsDb(heard.pieces().getLast()) - Pcm.rmsDb(heard.pieces().getFirst());
    assertEquals(12, quieter, 0.2);
    assertEquals(Set.of(), speaker.faults());
  }

  @Test
  void whatIsWantingIsAFault() throws Exception {
    Script script = Script.trying(List.of(WORDS));
    Volume volume = new Volume(new DeviceFile.Voice("off"));
    Heard heard = new Heard(new ArrayList<>());
    ClipBank none = new ClipBank(Optional.empty(), Banks.NOBODY);
    assertEquals(
        Set.of(Fault.VOICE_NO_CLIPS),
        new MixingSpeaker(none, heard, volume, clock, script).faults());
    BankMaker.make(Map.of("zh", Set.of("请")), dir, Banks::hum);
    ClipBank half = new ClipBank(Optional.of(ClipFolder.open(dir)), Banks.NOBODY);
    assertEquals(
        Set.of(Fault.VOICE_INCOMPLETE),
        new MixingSpeaker(half, heard, volume, clock, script).faults());
  }

  @Test
  void withoutABankTheBoxMakesItsOwnOnceAndAFolderThatIsNotThereIsMadeGood() throws Exception {
    Banks.folder();
    Path made = dir.resolve("state/voice");
    Script script = new Script(Map.of("zh", Set.of("请", "号")), SHANGHAI, Optional.of(made));
    DeviceFile.Voice voice = new DeviceFile.Voice("file:" + dir.resolve("said"));
    try (Speaker speaker = Speakers.open(voice, script, clock)) {
      speaker.speak(CALL, () -> false);
      assertEquals(Set.of(), speaker.faults());
    }
    assertEquals(3, ClipIndex.read(made).rows().size());
    DeviceFile.Voice lost =
        new DeviceFile.Voice(voice.output(), Optional.of(dir + "/none"), 100, List.of());
    try (Speaker speaker = Speakers.open(lost, script, clock)) {
      speaker.speak(CALL, () -> false);
      assertEquals(Set.of(Fault.VOICE_INCOMPLETE), speaker.faults());
    }
    assertFalse(Files.exists(dir.resolve("none")));
  }
}
