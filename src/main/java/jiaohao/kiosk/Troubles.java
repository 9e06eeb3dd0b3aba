package jiaohao.kiosk;

import jiaohao.hall.Refusal;
import jiaohao.hall.Text;

/** Refusals that are the box's fault, not the hall's rule. */
final class Troubles {
  static final Refusal BUSY =
      new Refusal("busy", Text.of("正忙,请稍后再按", "busy; please press again in a moment"));

  static final Refusal NOT_RECORDED =
      new Refusal(
          "not-recorded",
          Text.of("暂时无法记录,请到服务台", "this cannot be recorded now; please see the desk"));

  static final Refusal NOT_KNOWN =
      new Refusal(
          "not-known",
          Text.of(
              "暂时无法确认是否已记录,请到服务台",
              "it is not known yet whether this was recorded; please see the desk"));

  static final Refusal MISTAKE =
      new Refusal(
          "mistake", Text.of("程序出错,请到服务台", "the program has made a mistake; please see the desk"));

  static final Refusal STILL_PRINTING =
      new Refusal(
          "still-printing",
          Text.of("号票正在打印,请稍候", "the last ticket is still being printed; one moment"));

  /** On a satellite that cannot reach the box that decides for the hall. */
  static final Refusal ALONE =
      new Refusal(
          "alone",
          Text.of("与主机失去联系,请到服务台取号", "no contact with the main machine; please see the desk"));

  static final Refusal STOPPING = new Refusal("stopping", Text.of("正在关机", "the kiosk is stopping"));

  private Troubles() {}
}
