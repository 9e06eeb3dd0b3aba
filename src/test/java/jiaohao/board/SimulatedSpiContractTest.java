package jiaohao.board;

class SimulatedSpiContractTest extends SpiContract {
  @Override
  Spi open() {
    return new SimulatedSpi(64, 1);
  }
}
