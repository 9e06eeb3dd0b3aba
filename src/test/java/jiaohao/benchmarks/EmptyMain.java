package jiaohao.benchmarks;

/** A program that does nothing: what Java itself costs. */
public final class EmptyMain {
  private EmptyMain() {}

  /** Says ready and waits. */
  public static void main(String[] args) throws InterruptedException {
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
