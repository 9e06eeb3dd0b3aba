package jiaohao.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;

/**
 * Random records from a seed, by looking at what components their types have today: whoever adds
 * one, and forgets to spell it, meets a record that does not come back as it was.
 */
final class AnyRecord {
  /** Times that may be null; nothing else ever is. */
  private static final Set<String> NULLABLE = Set.of("calledAt");

  private static final String[] PIECES = {
    "年检", "A012", "\"", "\\", "\n", "\t", "\u0001", "\u007f", "\u2028", "</x>", "😀", "é", " ", "'",
    "{}", "printer"
  };

  private final Random random;

  AnyRecord(long seed) {
    this.random = new Random(seed);
  }

  <T extends Record> T of(Class<T> type) {
    return type.cast(record(type));
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
          .newInstance(Arrays.stream(components).map(this::value).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }

  private Object value(RecordComponent component) {
    boolean mayBe =
        component.getType() == OffsetDateTime.class && NULLABLE.contains(component.getName());
    return mayBe && random.nextBoolean() ? null : value(component.getGenericType());
  }

  private Object value(Type type) {
    return type instanceof ParameterizedType generic
        ? container(generic.getRawType(), generic.getActualTypeArguments())
        : plain((Class<?>) type);
  }

  private Object container(Type raw, Type... parts) {
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(value(parts[0]));
    }
    if (raw == List.class) {
      return some(() -> value(parts[0]));
    }
    if (raw == Set.class) {
      return set(parts[0]);
    }
    if (raw == Map.class) {
      return map(parts[0], parts[1]);
    }
    if (raw == Tree.class) {
      return tree((Class<?>) parts[0], parts[1]);
    }
    throw new AssertionError("teach AnyRecord to make a " + raw);
  }

  /** Days of the week are never none. */
  private Set<Object> set(Type part) {
    Set<Object> set = new HashSet<>(some(() -> value(part)));
    if (part == DayOfWeek.class) {
      set.add(value(part));
    }
    return set;
  }

  private Map<Object, Object> map(Type key, Type value) {
    Map<Object, Object> map = new HashMap<>();
    some(() -> value(key)).forEach(each -> map.put(each, value(value)));
    return map;
  }

  private Object plain(Class<?> type) {
    if (type.isEnum()) {
      return pick(type.getEnumConstants());
    }
    if (type == TicketId.class) {
      return new TicketId(day(), letter(), 1 + random.nextInt(TicketId.LAST_ORDINAL));
    }
    if (type == Text.class) {
      return words();
    }
    if (type == Route.class) {
      return Route.of("a" + random.nextInt(9), "b" + random.nextInt(9) + "+c");
    }
    return type.isRecord() ? record(type) : scalar(type);
  }

  private Object scalar(Class<?> type) {
    return switch (type.getName()) {
      case "boolean" -> random.nextBoolean();
      case "int", "java.lang.Integer" -> number();
      case "long", "java.lang.Long" -> random.nextLong();
      case "char", "java.lang.Character" -> letter();
      case "java.lang.String" -> text();
      case "java.time.LocalDate" -> day();
      case "java.time.LocalTime" -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
      case "java.time.Instant" -> instant();
      case "java.time.OffsetDateTime" -> time();
      case "java.time.ZoneId" -> ZoneId.of(pick("Asia/Shanghai", "Asia/Urumqi", "UTC"));
      case "java.util.OptionalInt" ->
          random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(number());
      case "java.util.OptionalLong" ->
          random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
      default -> throw new AssertionError("teach AnyRecord to make a " + type);
    };
  }

  private <K extends Comparable<K>> Tree<K, Object> tree(Class<?> key, Type value) {
    Tree<K, Object> tree = Tree.empty();
    for (Object each : some(() -> value(value))) {
      @SuppressWarnings("unchecked") // keys of trees are comparable
      K under = (K) ownKey(key, each).orElseGet(() -> value(key));
      tree = tree.with(under, each);
    }
    return tree;
  }

  /** A ticket stands under its id, a desk under its number. */
  private static Optional<Object> ownKey(Class<?> key, Object value) {
    if (value instanceof Ticket ticket) {
      return Optional.of(ticket.id());
    }
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = part(component, value);
        if (key.isInstance(part)) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  private static Object part(RecordComponent component, Object whole) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " cannot be read", e);
    }
  }

  private List<Object> some(Supplier<Object> maker) {
    List<Object> made = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      made.add(maker.get());
    }
    return made;
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private LocalDate day() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
  }

  private OffsetDateTime time() {
    return instant().atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1440) - 720)));
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
  }

  private char letter() {
    return (char) ('A' + random.nextInt(26));
  }

  /** Often one that stands for nothing, or for a window. */
  private int number() {
    return pick(0, 1 + random.nextInt(99), random.nextInt());
  }

  private Text words() {
    return pick(
        Text.same(text()),
        Text.of(text(), text()),
        new Text(new TreeMap<>(Map.of("", text(), "zh", text()))));
  }

  private String text() {
    return some(() -> pick(PIECES)).stream().map(Object::toString).collect(Collectors.joining());
  }
}
