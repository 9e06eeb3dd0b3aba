package jiaohao.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jiaohao.health.Fault;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The way to a server that speaks TLS, with a certificate of the operator's own making. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class TlsLinkTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  @TempDir private Path dir;
  private NatsServer server;

  @BeforeEach
  void startServer() throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed");
    certificate("server");
    server =
        NatsServer.start(
            dir,
            "--tls",
            "--tlscert",
            dir.resolve("server.pem").toString(),
            "--tlskey",
            dir.resolve("server.key").toString());
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private void certificate(String name) throws Exception {
    Process made =
        new ProcessBuilder(
                OPENSSL.toString(),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                dir.resolve(name + ".key").toString(),
                "-out",
                dir.resolve(name + ".pem").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, made.waitFor(), said);
  }

  private Link link(Optional<Path> ca) {
    String url = server.url().replace("nats:", "tls:");
    return new Link(List.of(url), Optional.empty(), ca, "north");
  }

  @Test
  void aServerWithTheNamedCertificateIsTrusted() throws Exception {
    try (Link link = link(Optional.of(dir.resolve("server.pem")));
        Notebook notebook = Notebook.in(dir.resolve("own")).add(3)) {
      new CentreStream(link).ensure();
      Courier courier =
          new Courier("north", notebook.reader(), link, new java.util.SplittableRandom(1));
      jiaohao.testing.Await.until("sent", () -> courier.step(3) instanceof Courier.Done.All);
    }
  }

  @Test
  void anyOtherIsNotAndThatIsSaid() throws Exception {
    certificate("stranger");
    for (Optional<Path> ca :
        List.of(Optional.<Path>empty(), Optional.of(dir.resolve("stranger.pem")))) {
      try (Link link = link(ca)) {
        LinkException refused = assertThrows(LinkException.class, link::connection);
        assertEquals(Fault.SYNC_TLS, refused.fault());
        assertTrue(refused.getMessage().contains("ca"), refused.getMessage());
      }
    }
  }
}
