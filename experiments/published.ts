/** What others published, to put beside our numbers. */

/** https://keras.io/examples/vision/mixup/: Fashion-MNIST, batch 64, 10 epochs, one run each. */
export const KERAS_IO = {
  address: "https://keras.io/examples/vision/mixup/",
  pictures: 58_000,
  epochs: 10,
  /** 907 batches of 64, 10 times. */
  steps: 9070,
  mixup: 0.8582,
  none: 0.8692,
  trainLossMixup: 0.72,
  trainLossNone: 0.36,
};

/** Zhang et al. 2018, table 2, without the rows that add dropout: test error in %. */
export const PAPER_ROWS = [
  { method: "plain", noise: 20, best: 12.7, last: 16.6 },
  { method: "MixUp, α = 8", noise: 20, best: 5.9, last: 6.4 },
  { method: "plain", noise: 50, best: 18.8, last: 44.6 },
  { method: "MixUp, α = 32", noise: 50, best: 11.3, last: 12.7 },
];
