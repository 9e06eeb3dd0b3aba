package jiaohao.kiosk;

import java.util.Optional;
import jiaohao.config.DeviceFile;

/**
 * Where customers follow their turn on a telephone.
 *
 * @param centre address of the centre's public pages; empty: the hall has none
 */
record TicketPages(Optional<String> centre) {
  static TicketPages of(DeviceFile file) {
    return new TicketPages(file.sync().flatMap(DeviceFile.Sync::centre));
  }

  /** What a slip's QR code says: the ticket's own page, or its reference alone. */
  String qr(String reference) {
    return reference.isEmpty()
        ? ""
        : centre.map(address -> address + "/t/" + reference).orElse(reference);
  }
}
