package jiaohao.bench;

import jiaohao.hall.Refusal;
import jiaohao.hall.Text;

/** A request that is answered with an error, in words. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  Refused(int status, String why) {
    super(why);
    this.reply =
        Reply.json(
            status, Json.of(json -> json.beginObject().name("error").value(why).endObject()));
  }

  private Refused(Refusal refusal, String language) {
    super(refusal.reason().in(language));
    this.reply = Reply.json(409, told(refusal, language));
  }

  /** The hall's own refusal: the reason in its first language, and in all it is worded in. */
  static Refused byTheHall(Refusal refusal, String language) {
    return new Refused(refusal, language);
  }

  private static String told(Refusal refusal, String language) {
    Text reason = refusal.reason();
    return Json.of(json -> {
      json.beginObject();
      json.name("error").value(reason.in(language));
      json.name("code").value(refusal.code());
      json.name("words");
      Json.text(json, reason);
      json.endObject();
    });
  }

  Reply reply() {
    return reply;
  }
}
