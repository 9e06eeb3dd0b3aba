package jiaohao.year;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jiaohao.hall.State;

/**
 * The whole project once more, with one class of the hall compiled from a mutated source: a class
 * loader that asks nobody else for classes of ours.
 */
final class MutantHall extends URLClassLoader {
  private static final String OURS = "jiaohao.";
  private static final Path HALL = Path.of("src", "main", "java", "jiaohao", "hall");

  private MutantHall(URL... folders) {
    super(folders, MutantHall.class.getClassLoader());
  }

  /**
   * Compiles the mutant.
   *
   * @param folder for its classes
   * @throws AssertionError when its text is not in the source (any more), or does not compile
   */
  static MutantHall of(Mutant mutant, Path folder) throws IOException {
    String source = Files.readString(HALL.resolve(mutant.file()));
    int at = source.indexOf(mutant.text());
    if (at < 0 || source.indexOf(mutant.text(), at + 1) >= 0) {
      throw new AssertionError(
          mutant.file()
              + " does not have this text exactly once, mend the mutant: "
              + mutant.text());
    }
    Path mutated = folder.resolve(mutant.file());
    Files.writeString(mutated, source.replace(mutant.text(), mutant.instead()));
    compile(mutated, folder);
    return new MutantHall(folder.toUri().toURL(), home(State.class), home(Hunt.class));
  }

  private static URL home(Class<?> known) {
    return known.getProtectionDomain().getCodeSource().getLocation();
  }

  private static void compile(Path source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", path(home(State.class)), "-d", folder.toString());
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new AssertionError(source.getFileName() + ": " + said);
      }
    }
  }

  private static String path(URL folder) {
    try {
      return Path.of(new URI(folder.toString())).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@link Hunt#hunt} in the mutant. */
  String hunt(String hall, long seed, int days) throws ReflectiveOperationException {
    return (String)
        loadClass(Hunt.class.getName())
            .getMethod("hunt", String.class, long.class, int.class)
            .invoke(null, hall, seed, days);
  }

  /** {@link Hunt#shrink} in the mutant. */
  Object shrink(String hall, long seed, int days) throws ReflectiveOperationException {
    return loadClass(Hunt.class.getName())
        .getMethod("shrink", String.class, long.class, int.class)
        .invoke(null, hall, seed, days);
  }

  /** {@link Hunt#replay} in the mutant. */
  Object replay(List<?> script) throws ReflectiveOperationException {
    return loadClass(Hunt.class.getName()).getMethod("replay", List.class).invoke(null, script);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
