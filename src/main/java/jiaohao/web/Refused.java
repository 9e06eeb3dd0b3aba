package jiaohao.web;

/** A request that is answered with an error, in words. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  /** An error answered as {@code {"error":why}}. */
  public Refused(int status, String why) {
    this(why, Reply.json(status, Json.object(json -> json.name("error").value(why))));
  }

  /** An error that tells more than why. */
  public Refused(String why, Reply reply) {
    super(why);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
