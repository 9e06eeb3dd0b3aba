package jiaohao.button;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Writes down what the buttons did. */
final class Heard implements Buttons.Listener {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void gesture(Gesture gesture) {
    heard.add((gesture.held() ? "held " : "short ") + gesture.button());
  }

  @Override
  public void stuck(int button) {
    heard.add("stuck " + button);
  }

  @Override
  public void freed(int button) {
    heard.add("freed " + button);
  }

  List<String> all() {
    return List.copyOf(heard);
  }

  /** Waits up to 5 s until so many have been heard; gives what there is. */
  List<String> await(int count) throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (heard.size() < count && System.nanoTime() - limit < 0) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return all();
  }
}
