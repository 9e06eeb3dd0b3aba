package jiaohao.sync;

import io.nats.client.NKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One that may use the servers, as their configuration names it: a hall's box, which may write that
 * hall's events and state and nothing else, or a centre.
 *
 * @param seed the secret, for that machine alone
 * @param entry of the server's {@code authorization.users}, without secrets
 */
public record ServerUser(String seed, String entry) {
  private static final String STREAM = CentreStream.NAME;
  private static final String BUCKET = "KV_" + StateBucket.NAME;

  /** What answers to this user come to; nobody else may listen there. */
  static String inbox(String name) {
    return "_INBOX." + name.replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** A new one for a hall's box. */
  public static ServerUser ofHall(String hall) {
    String key = "$KV." + StateBucket.NAME + "." + hall;
    List<String> publish =
        List.of(
            CentreStream.subject(hall),
            key,
            key + StateBucket.FENCED,
            "$JS.API.STREAM.INFO." + STREAM,
            "$JS.API.STREAM.INFO." + BUCKET,
            "$JS.API.STREAM.MSG.GET." + STREAM,
            "$JS.API.CONSUMER.CREATE." + STREAM + ".*." + CentreStream.subject(hall),
            "$JS.API.CONSUMER.INFO." + STREAM + ".*",
            "$JS.API.CONSUMER.DELETE." + STREAM + ".*",
            "$JS.API.CONSUMER.MSG.NEXT." + STREAM + ".*");
    return of(hall, publish, List.of(inbox(hall) + ".>", Ear.orders(hall), Ear.satellites(hall)));
  }

  /** A new one for a satellite of a hall, which reads the hall's events and asks its box. */
  public static ServerUser ofSatellite(String hall, String satellite) {
    String name = satelliteName(hall, satellite);
    List<String> publish =
        List.of(
            Ear.satellites(hall),
            "$JS.API.STREAM.INFO." + STREAM,
            "$JS.API.CONSUMER.CREATE." + STREAM + ".*." + CentreStream.subject(hall),
            "$JS.API.CONSUMER.INFO." + STREAM + ".*",
            "$JS.API.CONSUMER.DELETE." + STREAM + ".*",
            "$JS.API.CONSUMER.MSG.NEXT." + STREAM + ".*");
    return of(name, publish, List.of(inbox(name) + ".>"));
  }

  /** What a satellite calls itself at the servers. */
  public static String satelliteName(String hall, String satellite) {
    return hall + "-satellite-" + satellite;
  }

  /** A new one for a centre, which makes the stream and the bucket. */
  public static ServerUser ofCentre() {
    return of("centre", List.of("$JS.API.>", Ear.orders("*")), List.of(inbox("centre") + ".>"));
  }

  private static ServerUser of(String name, List<String> publish, List<String> subscribe) {
    try {
      NKey key = NKey.createUser(null);
      String entry =
          ("# %s%n{ nkey: %s, permissions: { publish: [%s], subscribe: [%s],"
                  + " allow_responses: { max: 1, expires: \"10s\" } } }")
              .formatted(name, new String(key.getPublicKey()), quoted(publish), quoted(subscribe));
      return new ServerUser(new String(key.getSeed()), entry);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("every Java can make an Ed25519 key", impossible);
    }
  }

  private static String quoted(List<String> subjects) {
    return subjects.stream()
        .flatMap(subject -> Stream.of("\"" + subject + "\""))
        .collect(Collectors.joining(", "));
  }

  /** Without the secret, which must not come into any log. */
  @Override
  public String toString() {
    return entry;
  }
}
