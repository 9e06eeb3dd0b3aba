package jiaohao.sync;

import io.nats.client.AuthHandler;
import io.nats.client.NKey;
import io.nats.client.Nats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import jiaohao.health.Fault;

/**
 * Who this box is to the server: a .creds file (a JWT and a seed), or a file with an nkey's seed
 * alone, which begins with "SU". Read anew for every connection, so that a new file needs no
 * restart; no word of it is ever logged.
 */
final class Credentials {
  private static final int MOST_BYTES = 16 * 1024;

  private Credentials() {}

  static AuthHandler of(Path file) throws LinkException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.US_ASCII).strip();
      if (bytes.length > MOST_BYTES || text.isEmpty()) {
        throw new IllegalArgumentException("not of the size of credentials");
      }
      return text.startsWith("SU") ? new Seed(NKey.fromSeed(text.toCharArray())) : creds(bytes);
    } catch (IOException | RuntimeException unreadable) {
      // Not the cause: its message may quote the file.
      String why = unreadable.getClass().getSimpleName();
      throw new LinkException(Fault.SYNC_CREDENTIALS, file + ": " + why, null);
    }
  }

  private static AuthHandler creds(byte[] bytes) {
    AuthHandler handler = Nats.staticCredentials(bytes);
    byte[] signed = handler.sign(new byte[] {1}); // tells now if there is no seed in it
    if (signed == null || handler.getJWT() == null) {
      throw new IllegalArgumentException("no credentials");
    }
    return handler;
  }

  private record Seed(NKey key) implements AuthHandler {
    @Override
    public byte[] sign(byte[] nonce) {
      try {
        return key.sign(nonce);
      } catch (GeneralSecurityException | IOException impossible) {
        throw new IllegalStateException("a seed that was read can sign", impossible);
      }
    }

    @Override
    public char[] getID() {
      try {
        char[] id = key.getPublicKey();
        return Arrays.copyOf(id, id.length);
      } catch (GeneralSecurityException | IOException impossible) {
        throw new IllegalStateException("a seed that was read has a public key", impossible);
      }
    }

    @Override
    public char[] getJWT() {
      return null; // the server knows the public key itself
    }
  }
}
