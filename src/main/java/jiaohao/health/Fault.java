package jiaohao.health;

import java.util.Optional;

/** Everything that can be out of order, its code as pages and events spell it, and its remedy. */
public enum Fault {
  PAPER_END(
      "printer",
      "paper-end",
      true,
      "没有纸了:打开机盖,装入新纸卷",
      "Out of paper: open the cover, put in a new roll"),
  NEAR_END(
      "printer", "near-end", false, "纸快用完了:准备新纸卷", "Paper nearly used up: have a new roll ready"),
  COVER("printer", "cover", true, "机盖开着:合上打印机机盖", "Cover open: close the printer's cover"),
  OFFLINE(
      "printer",
      "offline",
      true,
      "打印机脱机:检查电源和数据线,按上线键",
      "Printer offline: check its power and cable, press its online key"),
  CUTTER(
      "printer",
      "cutter",
      true,
      "切刀卡住:关电源,取出卡纸,再开机",
      "Cutter jammed: switch off, remove the paper, switch on"),
  ERROR(
      "printer",
      "error",
      true,
      "打印机故障(可能过热):等两分钟,不行就重新上电",
      "Printer error (perhaps too hot): wait two minutes, then switch it off and on"),
  SILENT(
      "printer",
      "silent",
      false,
      "打印机不回答:检查数据线的接收线和波特率;号票照打但无法确认",
      "Printer does not answer: check the receive wire and baud; slips are printed but not confirmed"),
  NO_PRINTER(
      "printer",
      "missing",
      true,
      "没有打印机:在设备文件中加 [printer];在此之前号码只播报、显示",
      "No printer: add a [printer] to the device file; until then numbers are only spoken and shown"),
  NO_FONT(
      "printer",
      "no-font",
      false,
      "号票上有字打成问号:打印机没有这些字,本机也没有;安装字体 fonts-wqy-zenhei",
      "Slips show question marks: neither printer nor box has these characters; install fonts-wqy-zenhei"),
  BOARD_DEAD(
      "board",
      "dead",
      true,
      "叫号屏不通:检查 SPI 线、5 V 电源和设备文件中的端口",
      "Board not reached: check the SPI wires, its 5 V supply and the port in the device file"),
  BOARD_FONT(
      "board",
      "font",
      true,
      "点阵屏没有字库:apt install xfonts-intl-chinese,或在设备文件中用 font 指明字库文件",
      "No font for the matrix: apt install xfonts-intl-chinese, or name one with font in the device file"),
  BUTTON_STUCK(
      "button",
      "stuck",
      false,
      "按键卡住或接线短路:松开按键,检查接线",
      "A key is stuck or its wires touch: free it, check the wires"),
  BUTTONS_DEAD(
      "button",
      "dead",
      true,
      "读不到按键:检查设备文件中的 GPIO 芯片名和线号",
      "Keys cannot be read: check the GPIO chip and line numbers in the device file"),
  BEEPER_DEAD(
      "beeper",
      "dead",
      false,
      "蜂鸣器不响:检查设备文件中 beeper 的 GPIO 芯片名和线号",
      "Beeper cannot sound: check the GPIO chip and line of beeper in the device file"),
  VOICE_DEAD(
      "voice",
      "dead",
      true,
      "没有声音:检查功放和设备文件中的声音输出",
      "No sound: check the amplifier and the output in the device file"),
  VOICE_NO_PLAYER(
      "voice",
      "no-player",
      true,
      "没有 aplay,无法播音:安装 alsa-utils (apt install alsa-utils)",
      "No aplay to play sound with: install alsa-utils (apt install alsa-utils)"),
  VOICE_NO_CLIPS(
      "voice",
      "no-clips",
      true,
      "没有可播的词语,只有提示音:安装 espeak-ng 后重启,或在设备文件 [voice] bank 写上录音目录",
      "No words to say, only the chime: install espeak-ng and restart, or name a folder of recordings as bank in the device file's [voice]"),
  VOICE_INCOMPLETE(
      "voice",
      "incomplete",
      false,
      "有些词没有录音,改为拼读或合成(词名见日志):用 jiaohao voice bank 补齐录音目录后重启",
      "Some words have no clip and are spelled or synthesized (the log names them): complete the bank with jiaohao voice bank, and restart"),
  CLOCK_UNTRUSTED(
      "clock",
      "untrusted",
      false,
      "时间未经核对:接通网络校时或装时钟芯片;核对前不按营业时间拒绝取号",
      "The time is not confirmed: connect a time server or fit a clock chip; opening hours are not enforced until then"),
  CLOCK_BEHIND(
      "clock",
      "behind",
      false,
      "时钟比记录的时间早:校准时钟;号码继续,不会重复",
      "The clock is behind the journal: set it; numbers go on and never repeat"),
  CONSOLE_PORT(
      "console",
      "port-in-use",
      true,
      "页面的端口被占用:停掉占用它的程序,或在设备文件的 [console] 换一个端口;叫号不受影响",
      "The pages' port is in use: stop what uses it, or choose another under [console] in the device file; calling goes on"),
  CONSOLE_ADDRESS(
      "console",
      "address",
      true,
      "页面的地址不是本机的:检查网线,或在设备文件的 [console] 写 0.0.0.0 和端口;叫号不受影响",
      "The pages' address is not this box's: check the network cable, or write 0.0.0.0 and a port under [console] in the device file; calling goes on"),
  DISK_FULL(
      "journal",
      "disk-full",
      true,
      "存储已满:清理状态目录所在的磁盘;有空间后自动恢复取号",
      "Storage full: free space where the state directory is; issuing resumes by itself"),
  READ_ONLY(
      "journal",
      "read-only",
      true,
      "状态目录不可写:检查挂载和权限,存储卡可能已坏;可写后自动恢复",
      "State directory not writable: check the mount and its permissions, the card may be worn out; issuing resumes by itself"),
  JOURNAL_BROKEN(
      "journal",
      "io",
      true,
      "记录写不进去:检查存储卡,必要时更换;恢复后自动继续",
      "The journal cannot be written: check the card, replace it if need be; issuing resumes by itself"),
  SYNC_UNREACHABLE(
      "sync",
      "unreachable",
      false,
      "连不上中心:检查网线、路由器和设备文件 [sync] 的 nats;叫号照常,恢复后自动补发",
      "Centre not reached: check the network cable, the router and nats under [sync] in the device file; calling goes on, all is sent later"),
  SYNC_CREDENTIALS(
      "sync",
      "credentials",
      false,
      "中心不认本机:检查设备文件 [sync] 的 credentials 文件,向中心索取新的;叫号照常",
      "The centre refuses this box: check the file credentials under [sync] names, ask the centre for a new one; calling goes on"),
  SYNC_TLS(
      "sync",
      "certificate",
      false,
      "中心的证书不可信:检查设备文件 [sync] 的 ca 文件和本机时间;叫号照常",
      "The centre's certificate is not trusted: check the file ca under [sync] names, and this box's clock; calling goes on"),
  SYNC_OLD_SERVER(
      "sync",
      "old-server",
      false,
      "中心的 nats-server 版本太旧:升级到 2.10.27 或更新;在此之前不发送",
      "The centre's nats-server is too old: bring it to 2.10.27 or newer; nothing is sent until then"),
  SYNC_STREAM(
      "sync",
      "stream",
      false,
      "中心的 JIAOHAO 流设置不对或建不成:按 device/centre 的说明改正;在此之前不发送",
      "The centre's stream JIAOHAO cannot be made or is set up otherwise: put it right as device/centre says; nothing is sent until then"),
  SYNC_FORK(
      "sync",
      "fork",
      false,
      "另一台机器也以本厅名义写入,本机已停发:关掉其中一台;若留另一台,用 journal export 导出本机记录;若留本机,请中心处理",
      "Another box writes as this hall, so this one has stopped sending: switch one of them off; to go on with the other, save this one's events by journal export; to go on with this one, ask the centre"),
  SATELLITE_ALONE(
      "sync",
      "alone",
      true,
      "与本厅主机失去联系,不能取号:检查两台机器的网线、电源和 NATS 服务器;恢复后自动继续",
      "No contact with the hall's main box, no numbers can be had here: check network and power of both, and the NATS server; all goes on by itself afterwards"),
  SYNC_WAITING(
      "sync",
      "waiting",
      true,
      "新机等待中心告知已发的号码:接通网络;若要离线开始,在设备文件 [sync] 写 first = \"begin\"",
      "This new box waits to hear from the centre which numbers are taken: connect the network; to begin without it, write first = \"begin\" under [sync] in the device file");

  private final String device;
  private final String code;
  private final boolean stops;
  private final String zh;
  private final String en;

  Fault(String device, String code, boolean stops, String zh, String en) {
    this.device = device;
    this.code = code;
    this.stops = stops;
    this.zh = zh;
    this.en = en;
  }

  /**
   * Kind of device: "printer", "board", "button", "beeper", "voice", "clock", "console", "journal",
   * "sync".
   */
  public String device() {
    return device;
  }

  /** As pages and events spell it: "paper-end". */
  public String code() {
    return code;
  }

  /** Whether the device cannot do its work while the fault lasts. */
  public boolean stops() {
    return stops;
  }

  /** What to do about it, in Chinese for "zh" and in English for any other language. */
  public String remedy(String language) {
    return language.equals("zh") ? zh : en;
  }

  /**
   * The fault by device and code; the device may carry an id of its own: "printer:left".
   *
   * @return empty if there is none such
   */
  public static Optional<Fault> of(String device, String code) {
    String kind = device.contains(":") ? device.substring(0, device.indexOf(':')) : device;
    for (Fault fault : values()) {
      if (fault.device.equals(kind) && fault.code.equals(code)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
