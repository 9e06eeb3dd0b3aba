package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.temporal.Temporal;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** What a TOML value is called. */
final class Kinds {
  private Kinds() {}

  static String of(Object value) {
    return switch (value) {
      case String words -> both("文字 " + Quoted.of(words), "the words " + Quoted.of(words));
      case Long number -> both("整数 " + number, "the whole number " + number);
      case Double number -> both("小数 " + number, "the decimal number " + number);
      case Boolean truth -> both("真假值 " + truth, "the boolean " + truth);
      case Temporal time -> both("未加引号的时间 " + time, "a date or time without quotes " + time);
      case TomlArray ignored -> both("列表", "a list");
      case TomlTable ignored -> both("表", "a table");
      default -> both("其他", "something else");
    };
  }
}
