package jiaohao.sync;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;
import jiaohao.hall.Event;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;

/** Tells the bucket what a hall looks like now, or that its box may not write any more. */
public final class Pulse {
  private final String hall;
  private final StateBucket bucket;
  private final Link link;
  private long connects = -1;

  public Pulse(String hall, Link link) {
    this.hall = hall;
    this.link = link;
    this.bucket = new StateBucket(link);
  }

  /**
   * Tells the state under the hall's own key: the object as at {@code /api/state}, and before its
   * members "version", "journal", "seq" and "at".
   *
   * @param journal whose events make it
   * @param version of the firmware, in words
   * @param state a JSON object with members
   */
  public void state(JournalReader journal, String version, Instant at, String state)
      throws IOException, InterruptedException {
    long last = journal.lastSeq();
    StringWriter json = new StringWriter();
    try (JsonWriter to = new JsonWriter(json)) {
      to.beginObject();
      to.name("version").value(version);
      to.name("journal").value(name(journal).toString());
      to.name("seq").value(last);
      to.name("at").value(at.toString());
      to.endObject();
    }
    String head = json.toString();
    put(hall, head.substring(0, head.length() - 1) + "," + state.substring(1));
  }

  /**
   * Tells that this box is fenced: which events of it nobody has, and which numbers they gave out.
   *
   * @param stored the last event that the stream has, as far as is known
   * @param last the last event of the journal
   */
  public void fenced(JournalReader journal, long stored, long last, String version, Instant at)
      throws IOException, InterruptedException {
    StringWriter json = new StringWriter();
    try (JsonWriter to = new JsonWriter(json)) {
      to.beginObject();
      to.name("journal").value(name(journal).toString());
      to.name("from").value(Math.min(stored + 1, last));
      to.name("to").value(last);
      numbers(to.name("numbers"), journal, stored + 1);
      to.name("at").value(at.toString());
      to.name("version").value(version);
      to.name("host").value(host());
      to.endObject();
    }
    put(StateBucket.fencedKey(hall), json.toString());
  }

  private static void numbers(JsonWriter to, JournalReader journal, long from) throws IOException {
    to.beginArray();
    for (var row : journal.rows(from, 10_000)) {
      if (row.fact().event() instanceof Event.TicketIssued issued) {
        to.value(issued.ticket().toString());
      }
    }
    to.endArray();
  }

  private static UUID name(JournalReader journal) throws JournalException {
    return journal.rows(1, 1).getFirst().journal();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  private void put(String key, String json) throws LinkException, InterruptedException {
    if (connects != link.connects()) {
      bucket.ensure();
      connects = link.connects();
    }
    bucket.put(key, json);
  }
}
