package jiaohao.hall;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the hall is: the hall file, resolved and already found sound. The journal keeps the plan it
 * was folded with, so no file is needed to understand an old day.
 *
 * @param id the hall's name at the centre, [a-z0-9-]{1,32}
 * @param name the hall's name as people read it
 * @param timezone where opening hours and business days are reckoned
 * @param languages language codes; the first is the default
 * @param dayStarts local time at which a new business day, and new numbers, begin
 * @param noPaper what a press does while no printer can print
 * @param reprintWithinSeconds a slip still unprinted after this many seconds is not printed late
 * @param walkSeconds walking time from call to counter, assumed where nobody presses start
 * @param startKey whether the staff press start when the customer is there; otherwise serving is
 *     taken to begin a walking time after the call
 * @param customer what the hall calls its customers: 客户, 顾客, 用户
 * @param one how the digit 1 of a number is read aloud in Mandarin
 * @param two how its digit 2 is
 * @param calendar when numbers are given out
 * @param fairness what keeps calling fair
 * @param promise whether the standards and how they are kept may be shown to the customers
 * @param closingChecks what is looked at before the staff go home (关闭检查)
 * @param slip what stands on a ticket's slip
 * @param services what customers come for, in the order of the hall file
 * @param stages the steps of visits, in the order of the hall file
 * @param counters the windows, in the order of the hall file
 * @param staff who may sign on at a window
 */
public record Plan(
    String id,
    Text name,
    ZoneId timezone,
    List<String> languages,
    LocalTime dayStarts,
    NoPaper noPaper,
    int reprintWithinSeconds,
    int walkSeconds,
    boolean startKey,
    Text customer,
    One one,
    Two two,
    Calendar calendar,
    Fairness fairness,
    boolean promise,
    List<Text> closingChecks,
    SlipTemplate slip,
    List<Service> services,
    List<Stage> stages,
    List<Counter> counters,
    List<Staff> staff) {

  public Plan {
    languages = List.copyOf(languages);
    closingChecks = List.copyOf(closingChecks);
    services = List.copyOf(services);
    stages = List.copyOf(stages);
    counters = List.copyOf(counters);
    staff = List.copyOf(staff);
  }

  /**
   * A plain hall: the same hours every week, nothing said about fairness, promises, slips or staff.
   */
  public Plan(
      String id,
      Text name,
      ZoneId timezone,
      List<String> languages,
      LocalTime dayStarts,
      NoPaper noPaper,
      int reprintWithinSeconds,
      int walkSeconds,
      Text customer,
      One one,
      List<Calendar.Hours> hours,
      List<Service> services,
      List<Stage> stages,
      List<Counter> counters) {
    this(
        id,
        name,
        timezone,
        languages,
        dayStarts,
        noPaper,
        reprintWithinSeconds,
        walkSeconds,
        false,
        customer,
        one,
        Two.ER,
        Calendar.weekly(hours),
        Fairness.USUAL,
        false,
        List.of(),
        SlipTemplate.USUAL,
        services,
        stages,
        counters,
        List.of());
  }

  /** What a press does while no printer can print. */
  public enum NoPaper {
    /** Issue the number, speak it and show it; the slip follows when paper is back. */
    ANNOUNCE,
    /** Refuse the press in words. */
    REFUSE
  }

  /** How the digit 1 of a number is read aloud in Mandarin. */
  public enum One {
    YI,
    YAO
  }

  /** How the digit 2 of a number is read aloud in Mandarin. */
  public enum Two {
    ER,
    LIANG
  }

  /**
   * What keeps calling fair.
   *
   * @param missed what becomes of numbers nobody came for; left out: the clerk decides each time,
   *     and they can be called again all day
   * @param overtakeMost privileged customers that may be called before an ordinary one who came
   *     earlier, in a row
   * @param backAfter whoever is put back in line waits for this many others first
   * @param apologyEverySeconds long waits are apologized for no more often than this
   * @param groups who may be called before others
   */
  public record Fairness(
      Optional<Missed> missed,
      int overtakeMost,
      int backAfter,
      int apologyEverySeconds,
      List<Group> groups) {
    /** As where a hall file says nothing about it. */
    public static final Fairness USUAL = new Fairness(Optional.empty(), 2, 3, 600, List.of());

    public Fairness {
      groups = List.copyOf(groups);
    }
  }

  /**
   * What becomes of numbers nobody came for.
   *
   * @param calls a number is called this many times before it counts as missed
   * @param backAfter after this many others it is back in line by itself; empty: at request only
   * @param returns how often it may come back; missed once more, its visit is over
   */
  public record Missed(int calls, OptionalInt backAfter, int returns) {}

  /** Customers who may be called before others: the elderly, serving soldiers. */
  public record Group(String id, Text name) {}

  /**
   * What a customer comes for.
   *
   * @param prefix letter of its numbers, A–Z, one service each
   * @param papers to have ready, told before the customer waits
   * @param route the stages of the visit
   * @param limits how many numbers, and until when
   */
  public record Service(
      String id, char prefix, Text name, List<Text> papers, Route route, Limits limits) {
    public Service {
      papers = List.copyOf(papers);
    }

    /** A service without limits. */
    public Service(String id, char prefix, Text name, List<Text> papers, Route route) {
      this(id, prefix, name, papers, route, Limits.NONE);
    }
  }

  /**
   * How many numbers a service gives out, and until when.
   *
   * @param dailyMost numbers a day
   * @param atOnceMost numbers whose holders are in the hall at the same time
   * @param lastTicket local time from which there are none, before the hall closes
   */
  public record Limits(
      OptionalInt dailyMost, OptionalInt atOnceMost, Optional<LocalTime> lastTicket) {
    public static final Limits NONE =
        new Limits(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
  }

  /**
   * One step of a visit.
   *
   * @param limitSeconds time standard for serving one customer
   * @param waitLimitSeconds longer waits are apologized for
   * @param announce whether people are called; otherwise it handles papers, in silence
   * @param outside whether the customer is away meanwhile (the car is being repaired): nobody is
   *     called from here, and the hall may close
   * @param byOwner whether customers come back to the member of staff who served them first
   * @param then where a visit goes from here, if not to the next step of its route
   * @param other the second outcome; left out: it ends the visit
   * @param papersAfter what the customer needs afterwards, printed when it is done
   * @param token what is handed over here and must match later
   */
  public record Stage(
      String id,
      Text name,
      OptionalInt limitSeconds,
      OptionalInt waitLimitSeconds,
      boolean announce,
      boolean outside,
      boolean byOwner,
      Optional<String> then,
      Optional<Other> other,
      List<Text> papersAfter,
      Optional<Token> token) {
    public Stage {
      papersAfter = List.copyOf(papersAfter);
    }

    /** A stage of the simplest kind. */
    public Stage(String id, Text name, OptionalInt limitSeconds, OptionalInt waitLimitSeconds) {
      this(
          id,
          name,
          limitSeconds,
          waitLimitSeconds,
          true,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());
    }
  }

  /**
   * The second outcome of a stage: 不合格, 材料不全.
   *
   * @param name as the staff say it
   * @param where the visit goes then
   * @param stage id of the stage, when it goes to one; otherwise empty
   * @param meet whether it waits for the papers that go side by side with it before it goes there
   * @param notice whether the customer gets in writing what is missing (补正)
   */
  public record Other(Text name, Where where, String stage, boolean meet, boolean notice) {
    public Other {
      stage = where == Where.STAGE ? stage : "";
    }

    /** Where a visit goes after the second outcome. */
    public enum Where {
      /** To another stage. */
      STAGE,
      /** Out: the visit is over. */
      END,
      /** Nowhere: it is set aside at the same window. */
      HOLD
    }
  }

  /**
   * A token such as a key tag (钥匙号). What was bound to a ticket at one stage is asked for at
   * another.
   *
   * @param name as the staff say it
   * @param kind the same word where it is bound and where it must match
   * @param use what happens to it here
   */
  public record Token(Text name, String kind, Use use) {
    /** What happens to a token at a stage. */
    public enum Use {
      /** It is handed out and bound to the ticket. */
      BIND,
      /** It must match; a ticket without any is refused. */
      MATCH,
      /** It must match; a ticket without any passes, and that is recorded. */
      MATCH_OR_FLAG
    }
  }

  /**
   * A window.
   *
   * @param number 1–99, as on its sign
   * @param stages ids of the stages it serves, in order of preference; at least one
   * @param standIn the counter that takes over while this one is paused (AB角)
   * @param rule which of its stages is next
   * @param shares with {@link Rule#SHARES} a weight for each of the stages, in their order
   */
  public record Counter(
      int number, List<String> stages, OptionalInt standIn, Rule rule, List<Integer> shares) {
    /** Which stage a window calls from next. */
    public enum Rule {
      /** The first where anybody waits. */
      PREFERENCE,
      /** The one where somebody has waited longest. */
      LONGEST,
      /** Each as often as its weight says. */
      SHARES
    }

    public Counter {
      stages = List.copyOf(stages);
      shares = List.copyOf(shares);
    }

    /** A window that serves its stages in order of preference. */
    public Counter(int number, List<String> stages, OptionalInt standIn) {
      this(number, stages, standIn, Rule.PREFERENCE, List.of());
    }

    /** The weight of a stage in every round of calls; 1 unless it says otherwise. */
    public int share(String stage) {
      int index = stages.indexOf(stage);
      return index >= 0 && index < shares.size() ? shares.get(index) : 1;
    }
  }

  /** Somebody who serves customers. */
  public record Staff(String id, Text name) {}

  public String defaultLanguage() {
    return languages.getFirst();
  }

  /** The language that stands under {@code own} on paper, in a hall that prints two. */
  public Optional<String> secondLanguage(String own) {
    return slip.bilingual()
        ? languages.stream().filter(language -> !language.equals(own)).findFirst()
        : Optional.empty();
  }

  public Optional<Service> service(String serviceId) {
    return services.stream().filter(service -> service.id().equals(serviceId)).findFirst();
  }

  public Optional<Stage> stage(String stageId) {
    return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
  }

  public Optional<Counter> counter(int number) {
    return counters.stream().filter(counter -> counter.number() == number).findFirst();
  }

  public Optional<Staff> member(String staffId) {
    return staff.stream().filter(member -> member.id().equals(staffId)).findFirst();
  }

  /** The name of a stage; its id if the hall has no such stage any more. */
  public Text stageName(String stageId) {
    return stage(stageId).map(Stage::name).orElseGet(() -> Text.same(stageId));
  }
}
