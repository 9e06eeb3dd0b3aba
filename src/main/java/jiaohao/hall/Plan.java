package jiaohao.hall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
 * @param customer what the hall calls its customers: 客户, 顾客, 用户
 * @param one how the digit 1 is read aloud in Mandarin
 * @param hours opening hours; empty means always open
 * @param services what customers come for, in the order of the hall file
 * @param stages the steps of visits, in the order of the hall file
 * @param counters the windows, in the order of the hall file
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
    Text customer,
    One one,
    List<Hours> hours,
    List<Service> services,
    List<Stage> stages,
    List<Counter> counters) {

  public Plan {
    languages = List.copyOf(languages);
    hours = List.copyOf(hours);
    services = List.copyOf(services);
    stages = List.copyOf(stages);
    counters = List.copyOf(counters);
  }

  /** What a press does while no printer can print. */
  public enum NoPaper {
    /** Issue the number, speak it and show it; the slip follows when paper is back. */
    ANNOUNCE,
    /** Refuse the press in words. */
    REFUSE
  }

  /** How the digit 1 is read aloud in Mandarin. */
  public enum One {
    YI,
    YAO
  }

  /**
   * Open from {@code open} (included) to {@code close} (excluded) on each of {@code days}, local
   * time.
   */
  public record Hours(Set<DayOfWeek> days, LocalTime open, LocalTime close) {
    public Hours {
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
  }

  /**
   * What a customer comes for.
   *
   * @param prefix letter of its numbers, A–Z, one service each
   * @param papers to have ready, told before the customer waits
   * @param stages ids of the stages of the visit, in order; at least one
   */
  public record Service(String id, char prefix, Text name, List<Text> papers, List<String> stages) {
    public Service {
      papers = List.copyOf(papers);
      stages = List.copyOf(stages);
    }
  }

  /**
   * One step of a visit.
   *
   * @param limitSeconds time standard for serving one customer
   * @param waitLimitSeconds longer waits are apologized for
   */
  public record Stage(
      String id, Text name, OptionalInt limitSeconds, OptionalInt waitLimitSeconds) {}

  /**
   * A window.
   *
   * @param number 1–99, as on its sign
   * @param stages ids of the stages it serves, in order of preference; at least one
   * @param standIn the counter that takes over while this one is paused (AB角)
   */
  public record Counter(int number, List<String> stages, OptionalInt standIn) {
    public Counter {
      stages = List.copyOf(stages);
    }
  }

  public String defaultLanguage() {
    return languages.getFirst();
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
}
