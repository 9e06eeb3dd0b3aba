package jiaohao.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import jiaohao.testing.Await;

/** A notebook with its courier, and what the stream has of it. */
public final class Carriage implements AutoCloseable {
  public static final String HALL = "chebei-01";

  private final Notebook notebook;
  private final Link link;
  public final Courier courier;
  private Courier.Done last = new Courier.Done.More();

  public Carriage(String hall, Notebook notebook, String... servers) {
    this.notebook = notebook;
    this.link = link(servers);
    this.courier = new Courier(hall, notebook.reader(), link, new SplittableRandom(1));
  }

  public static Link link(String... servers) {
    return new Link(List.of(servers), Optional.empty(), Optional.empty(), "test");
  }

  /** Goes on until the stream has everything, whatever fails meanwhile. */
  public void carryAll() throws Exception {
    Await.until("everything is sent", () -> step() instanceof Courier.Done.All);
  }

  public Courier.Done step() throws Exception {
    last = courier.step(notebook.last());
    return last;
  }

  /** One step more; whether everything is sent. */
  public boolean sent() throws Exception {
    return step() instanceof Courier.Done.All;
  }

  /** Goes on until a step comes to this. */
  public <D extends Courier.Done> D carryUntil(Class<D> outcome) throws Exception {
    Await.until(outcome.getSimpleName(), () -> outcome.isInstance(step()));
    return outcome.cast(last);
  }

  @Override
  public void close() {
    link.close();
  }

  /** Every event that the stream has of a hall, as it came. */
  public static List<String> stored(String server, String hall) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Link link = link(server)) {
      CentreStream stream = new CentreStream(link);
      Optional<Tip> tip = stream.tip(hall);
      if (tip.isPresent()) {
        stream.read(
            hall,
            1,
            (streamSeq, body) -> {
              Message.read(body).rows().forEach(row -> lines.add(row.exported()));
              return streamSeq < tip.get().streamSeq();
            });
      }
    }
    return lines;
  }
}
