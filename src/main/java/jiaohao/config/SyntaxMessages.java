package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/** Says in Chinese and English, with a remedy, what the TOML reader says for programmers. */
final class SyntaxMessages {
  /** What is wrong, and what was expected. */
  record Said(String wrong, String expected) {}

  /** A message of the TOML reader, recognized by how it goes. */
  private record Known(Pattern pattern, Said said) {
    Known(String pattern, String wrong, String expected) {
      this(Pattern.compile(pattern, Pattern.DOTALL), new Said(wrong, expected));
    }
  }

  private static final Pattern TWICE =
      Pattern.compile(
          "(.*) (previously defined|is not a table|is not an array|is an inline table)"
              + "\\D* at line (\\d+),.*",
          Pattern.DOTALL);

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "Unexpected end of (line|input), expected (\"|'|\"\"\"|''')( .*|$)",
              both("引号没有结束", "the string is not closed"),
              both("请补上结尾的引号", "add the closing quote")),
          new Known(
              "Unexpected end of (line|input), expected .*value.*",
              both("缺少值", "the value is missing"),
              both("键 = 值", "KEY = VALUE")),
          new Known(
              "Unexpected (end of .*|.*), expected .*\\]\\].*",
              both("方括号没有结束", "the brackets are not closed"),
              both("请写成 [[名称]]", "write [[NAME]]")),
          new Known(
              "Unexpected end of (line|input), expected .*[\\]}].*",
              both("括号没有结束", "the bracket is not closed"),
              both("请补上 ] 或 }", "add the closing ] or }")),
          new Known(
              "Unexpected .*, expected .*a comma.*",
              both("两项之间缺少逗号或括号没有结束", "no comma between two values, or the bracket is not closed"),
              both("请用英文逗号 , 分隔", "put a comma between them")),
          new Known(
              "Unexpected .*, expected \\. or =",
              both("键后面缺少等号", "the key is not followed by ="),
              both("请写成 键 = 值", "write KEY = VALUE")),
          new Known(
              "Unexpected .*, expected .*a key.*",
              both("这里应为键或表头", "neither a key nor a table begins here"),
              both("请写成 键 = 值 或 [表]", "write KEY = VALUE or [TABLE]")),
          new Known(
              "Unexpected '[A-Za-z]', expected .*value.*",
              both("文字没有加引号", "the words are not in quotes"),
              both("请加英文引号 \"…\"", "put them in quotes \"…\"")),
          new Known(
              "Unexpected .*, expected .*value.*",
              both("这里应为值", "a value was expected here"),
              both("文字加英文引号,数字直接写", "words in quotes, numbers as they are")),
          new Known(
              "Unexpected .*, expected .*(newline|end-of-input).*",
              both("值后面有多余的内容", "something follows the value"),
              both("每行只写一个 键 = 值", "one KEY = VALUE a line")),
          new Known(
              "(Seconds are required|Invalid (hour|minute|second|month|day|date|time|zone)|Year is).*",
              both("日期或时间没有加引号", "a date or time without quotes"),
              both("请写成 \"08:30\"", "write it as \"08:30\"")),
          new Known(
              "Leading zeros are not allowed.*",
              both("数字前面不能有 0", "a number has no leading zeros"),
              both("去掉前面的 0,时间要加引号", "drop the zeros, and put a time in quotes")),
          new Known(
              "Integer is too (large|small).*",
              both("数字太大", "the number is too big"),
              both("请写合理的数字", "write a number within reason")),
          new Known(
              "Invalid (escape|unicode).*",
              both("引号内的反斜杠写法不对", "a wrong backslash within the quotes"),
              both("反斜杠写成 \\\\,或改用单引号", "write \\\\ for a backslash, or use single quotes")),
          new Known(
              "Newlines are not allowed in an inline table.*",
              both("花括号内不能换行", "a line break within { }"),
              both("请把 { } 写在一行", "write { } on one line")),
          new Known(
              "A trailing comma is not allowed in an inline table.*",
              both("花括号末尾不能有逗号", "a comma before the closing }"),
              both("请去掉最后的逗号", "drop the last comma")));

  private SyntaxMessages() {}

  /** Whether a key's line could be read, and only says what another line said already. */
  static boolean isStructural(TomlParseError error, int character) {
    return character != '[' && TWICE.matcher(error.getMessage()).matches();
  }

  static Said say(String message, Characters text, Place place) {
    Matcher twice = TWICE.matcher(message);
    if (twice.matches()) {
      return twice(twice.group(1), twice.group(3), text.at(place) == '[');
    }
    if (text.at(place) == '[' && message.contains("expected a key")) {
      return new Said(
          both("表头的方括号不完整", "the brackets of the table header are not closed"),
          both("请写成 [表] 或 [[表]]", "write [TABLE] or [[TABLE]]"));
    }
    if (text.at(place) == ':' && message.endsWith("expected . or =")) {
      return new Said(both("键后面是冒号", "a colon after the key"), both("请改用等号 =", "use = instead"));
    }
    return KNOWN.stream()
        .filter(known -> known.pattern().matcher(message).matches())
        .map(Known::said)
        .findFirst()
        .orElseGet(() -> unknown(message));
  }

  private static Said twice(String name, String line, boolean table) {
    String what = Quoted.of(table ? "[" + name + "]" : name);
    return new Said(
        table
            ? both("重复的表 " + what, "duplicate table " + what)
            : both("重复的键 " + what, "duplicate key " + what),
        both("请删去其一,第一处在第 " + line + " 行", "remove one, the first is on line " + line));
  }

  /** The reader's own words, for what is too rare to have ours. */
  private static Said unknown(String message) {
    return new Said(
        both("语法错误", "syntax error") + ": " + Quoted.plain(message),
        both("应符合 TOML 1.0", "expected TOML 1.0"));
  }
}
