package jiaohao.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Verbs with sensible and with nonsense objects; sensible ones more often. */
final class StormVerbs {
  private static final List<String> AT_THE_DOOR =
      List.of(
          "take inspection",
          "take inspection",
          "take inspection",
          "take inspection",
          "take questions",
          "take questions",
          "take questions",
          "take licence",
          "take nothing",
          "language en",
          "language fr",
          "assist",
          "priority elderly",
          "priority elderly",
          "priority soldier",
          "priority nobody",
          "for li",
          "for wang",
          "for nobody");

  /** What a clerk does most. */
  private static final List<Verb.Key> OFTEN =
      List.of(
          Verb.Key.NEXT,
          Verb.Key.NEXT,
          Verb.Key.NEXT,
          Verb.Key.FINISH,
          Verb.Key.FINISH_OTHER,
          Verb.Key.RECALL,
          Verb.Key.MISS,
          Verb.Key.START,
          Verb.Key.UNDO,
          Verb.Key.MATCH,
          Verb.Key.BIND,
          Verb.Key.SIGN_ON);

  private final Random random;

  StormVerbs(Random random) {
    this.random = random;
  }

  String next(HallRun run) {
    int dice = random.nextInt(100);
    int counter = random.nextInt(50) == 0 ? 9 : 1 + random.nextInt(3);
    if (dice < 22) {
      return any(AT_THE_DOOR);
    } else if (dice < 24) {
      boolean stands = run.state().stopwatch().suspended();
      return stands || random.nextInt(8) > 0 ? "resume" : "suspend";
    } else if (dice < 55) {
      return diligent(counter, run);
    }
    Verb.Key key = dice < 80 ? any(OFTEN) : any(List.of(Verb.Key.values()));
    boolean bare = key.bare() && (key.object().isEmpty() || random.nextBoolean());
    return key.word() + " " + counter + (bare ? "" : " " + object(key, run));
  }

  /** What a clerk would do who wants the visit to go on. */
  private String diligent(int counter, HallRun run) {
    if (run.state().desk(counter).paused()) {
      return "pause " + counter;
    }
    return run.state()
        .inHand(counter)
        .flatMap(ticket -> ticket.legAt(counter).map(leg -> serve(ticket, leg, run.plan())))
        .orElse("next " + counter);
  }

  private String serve(Ticket ticket, Leg leg, Plan plan) {
    Optional<Plan.Token> token = plan.stage(leg.stage()).flatMap(Plan.Stage::token);
    String bound = token.flatMap(it -> ticket.tokens().get(it.kind())).orElse("");
    if (token.isPresent() && token.get().use() == Plan.Token.Use.BIND && bound.isEmpty()) {
      return "bind " + leg.counter() + " K" + random.nextInt(20);
    } else if (token.isPresent() && !bound.isEmpty() && !leg.matched()) {
      return "match " + leg.counter() + " " + bound;
    }
    return any(List.of("next ", "finish ", "finish-other ", "start ")) + leg.counter();
  }

  private String object(Verb.Key key, HallRun run) {
    if (random.nextInt(8) == 0) {
      return any(List.of("A999", "nowhere", "x", "-", "questions@25:00", "@", "a001", "B!2"));
    }
    return switch (key) {
      case BACK, CALL -> number(run);
      case TRANSFER ->
          any(List.of("checkin", "questions", "certificate", "report", "repair", "licence"));
      case ISSUE -> any(List.of("inspection", "questions", "licence"));
      case BOOK -> booking(run);
      case BIND -> "K" + random.nextInt(4);
      case MATCH -> token(run);
      case SIGN_ON -> any(List.of("li", "wang", "zhao"));
      default -> "x";
    };
  }

  private String number(HallRun run) {
    List<String> numbers = new ArrayList<>(List.of("A001"));
    run.state().tickets().forEach((id, ticket) -> numbers.add(id.number()));
    return any(numbers);
  }

  private String booking(HallRun run) {
    var later = run.wall().atZone(Halls.SHANGHAI).plusMinutes(random.nextInt(90));
    String service = any(List.of("inspection", "questions"));
    return service + "@" + later.toLocalTime().toString().substring(0, 5);
  }

  /** Mostly one that is bound to somebody. */
  private String token(HallRun run) {
    List<String> tokens = new ArrayList<>(List.of("K0"));
    run.state()
        .desks()
        .forEach((counter, desk) ->
            run.state().inHand(counter).ifPresent(it -> tokens.addAll(it.tokens().values())));
    return any(tokens);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
