package jiaohao;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import jiaohao.bench.BenchDevices;
import jiaohao.bench.BenchServer;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Firmware;
import jiaohao.voice.SimulatedSpeaker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: the firmware on devices of which any may be simulated, and its front panel. */
@Command(
    name = "bench",
    description = "Runs the firmware on simulated devices, with a front panel in the browser.")
final class BenchCommand implements Callable<Integer> {
  private static final String DEMO_HALL = "/jiaohao/halls/demo.toml";
  private static final String DEMO_DEVICE = "/jiaohao/bench/demo-device.toml";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--hall",
      paramLabel = "FILE",
      description = "The hall file; a demo hall if left out.")
  private Path hall;

  @Option(
      names = "--device",
      paramLabel = "FILE",
      description = "The device file; everything is simulated if left out.")
  private Path device;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where the journal lies; a fresh temporary directory if left out.")
  private Path state;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The page's port on 127.0.0.1 (default ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port;

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65535) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--port is 0 to 65535: " + port);
    }
    Optional<Files> files = Files.of(readHall(), readDevice());
    if (files.isEmpty() || (state != null && !Service.isStateDirectory(state))) {
      return Main.WRONG_USE;
    }
    try (BenchServer server = BenchServer.bind(port)) {
      return run(server, files.get());
    } catch (BindException taken) {
      System.err.println(
          "端口被占用,请用 --port 另选 / port " + port + " is in use; choose another with --port");
      return Main.FAULT;
    }
  }

  private int run(BenchServer server, Files files) throws IOException, InterruptedException {
    DeviceFile devices = SimulatedButtons.addedTo(files.device(), files.plan());
    Clock clock = Service.clock(devices);
    BenchDevices bench = new BenchDevices(devices, clock, SimulatedSpeaker.paced(clock));
    Firmware firmware =
        new Firmware(Service.start(files), devices, bench, clock, stateDirectory(), files.check());
    server.start(files.plan(), firmware, bench);
    return Service.runUntilStopped(firmware, "ready " + server.page(), devices.console(), clock);
  }

  private Path stateDirectory() throws IOException {
    if (state != null) {
      return state;
    }
    Path fresh = java.nio.file.Files.createTempDirectory("jiaohao-bench-");
    System.err.println("记录在 / the journal is in " + fresh);
    return fresh;
  }

  private Reading<Plan> readHall() throws IOException {
    return hall == null ? HallFile.parse("demo.toml", shipped(DEMO_HALL)) : HallFile.read(hall);
  }

  private Reading<DeviceFile> readDevice() throws IOException {
    return device == null
        ? DeviceFileReader.parse("demo-device.toml", shipped(DEMO_DEVICE))
        : DeviceFileReader.read(device);
  }

  private static byte[] shipped(String name) throws IOException {
    try (InputStream file = BenchCommand.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException(name + " is missing from this build");
      }
      return file.readAllBytes();
    }
  }
}
