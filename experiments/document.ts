/** docs/experiments.md, from the runs. */
import type { TrainData } from "../training/types.ts";
import { type ArmId, armOf } from "./arms.ts";
import { comparison, findingsOf, percent } from "./findings.ts";
import { defaultEpochs, MEMORY, MIXING, modelOf } from "./plan.ts";
import { KERAS_IO, PAPER_ROWS } from "./published.ts";
import type { Finished, Repetition } from "./store.ts";
import { type Cell, cellsOf, type Spread } from "./summary.ts";

/** Of the networks for 28 × 28 × 1 pictures and 10 classes. */
const WEIGHTS = { cnn: 18_762, mlp: 101_770 };

export interface Report {
  data: TrainData;
  /** All runs of the plan. */
  finished: Finished[];
  repetitions: Repetition[];
  /** As one would type it again. */
  command: string;
}

export function documentOf(report: Report): string {
  const cells = cellsOf(report.finished, MIXING);
  const hasMemory = report.finished.some(({ run }) => modelOf(run) === MEMORY.model);
  return [
    ...intro(report),
    ...results(cells, report),
    ...method(report),
    ...besideKeras(cells, report),
    ...besidePaper(cells, hasMemory ? cellsOf(report.finished, MEMORY) : []),
    ...again(report),
    "",
  ].join("\n");
}

function intro({ command, finished }: Report): string[] {
  const { steps } = finished[0]!;
  return [
    "# Experiments",
    "",
    `This page says what MixUp and CutMix do to the network of [keras.io's MixUp example](${KERAS_IO.address}), trained on batches that Mixwell mixed.`,
    `\`${command}\` makes these runs and writes the page; do not edit it by hand.`,
    ...(finished[0]!.run.maxSteps
      ? ["", `**A trial of ${steps} steps per run: the numbers below mean nothing.**`]
      : []),
    "",
  ];
}

function results(cells: readonly Cell[], { data, finished }: Report): string[] {
  const seeds = seedsOf(finished);
  const tests = data.test.count;
  const typical = cells[0]!.accuracy.mean;
  return [
    "## Results",
    "",
    `After the last epoch: mean ± sample standard deviation over ${seeds.length} seeds (${seeds.join(", ")}). Accuracy, ECE and loss are of the ${tests.toLocaleString("en")} test`,
    "pictures, whose labels are always right. The training columns are of the mixed batches with their (wrong) labels, so they do not compare across arms.",
    "",
    ...MIXING.noises.flatMap((noise) => [
      noise === 0 ? "Right labels:" : `${percent(noise, 0)} % of the training labels wrong:`,
      "",
      table(
        ["", "test accuracy, %", "ECE, %", "test loss", "training loss", "λ-weighted training accuracy, %"],
        cells
          .filter((cell) => cell.noise === noise)
          .map((cell) => [
            titleOf(cell.arm),
            percents(cell.accuracy),
            percents(cell.ece),
            plain(cell.loss),
            plain(cell.trainLoss),
            percents(cell.trainAccuracy),
          ]),
      ),
      "",
    ]),
    "What that says against no mixing, seed by seed (each seed gives all arms the same weights, the same order and the same wrong labels):",
    "",
    ...findingsOf(cells).map((sentence) => `- ${sentence}`),
    "",
    `${seeds.length} seeds are few, and one run's accuracy on ${tests.toLocaleString("en")} pictures has a standard error of about ${percent(Math.sqrt((typical * (1 - typical)) / tests), 1)} points by itself (the arms share the pictures,`,
    "so their differences have less). Read differences of that size as hints.",
    "",
    "Every run:",
    "",
    table(
      ["wrong labels", "arm", ...seeds.map((seed) => `seed ${seed}: accuracy / ECE, %`)],
      cells.map((cell) => [
        `${percent(cell.noise, 0)} %`,
        titleOf(cell.arm),
        ...cell.runs.map(({ tests: looks }) => `${percent(looks.at(-1)!.accuracy)} / ${percent(looks.at(-1)!.ece)}`),
      ]),
    ),
    "",
  ];
}

function method({ data, finished, command }: Report): string[] {
  const { run, steps } = finished[0]!;
  // Runs are kept, so a plan may have been begun on one machine and finished on another.
  const machines = [...new Set(finished.map(({ adapter, runtime }) => `${adapter}; ${runtime}`))];
  const seconds = finished.reduce((sum, each) => sum + each.seconds, 0);
  const rates = finished.map(({ stepsPerSecond }) => stepsPerSecond);
  const count = (n: number) => n.toLocaleString("en");
  const where =
    run.trainer === "gpu"
      ? "TensorFlow.js on the same WebGPU device, without a copy."
      : "TensorFlow.js in WebAssembly on the CPU: this adapter is one in software, on which TensorFlow.js' WebGPU kernels are slower by far. Mixwell mixes every batch on the WebGPU device all the same; it is then read back.";
  return [
    "## How",
    "",
    `- Command: \`${command}\`, ${finished.length} runs, ${(seconds / 60).toFixed(0)} minutes in all, ${Math.min(...rates).toFixed(1)} to ${Math.max(...rates).toFixed(1)} steps per second. Both say as much about what else the machine did meanwhile.`,
    `- Adapter: ${machines.join(", and ")}. Trainer: ${where}`,
    `- Pictures: ${data.name} of ${data.height} × ${data.width}, values 0 to 1. The last batch of an epoch is filled up from the epoch's beginning.`,
    `- Network, ${count(WEIGHTS.cnn)} weights: 5 × 5 convolution to 16, relu, max-pool, 5 × 5 to 32, relu, max-pool, dropout 0.2, global average, dense 128, relu, dense ${data.classes.length}; Adam 0.001; softmax cross-entropy on the soft labels.`,
    `- ${run.epochs} epochs in batches of ${run.batchSize}, ${count(steps)} steps per run; no schedule, no early stop, no choice of an epoch by the test pictures.`,
    "- Arms: no mixing; MixUp with λ ~ Beta(0.2, 0.2); CutMix with λ ~ Beta(1, 1). Every row has its own λ, and its partner from anywhere in the training set.",
    ...(finished.some(({ run }) => modelOf(run) === MEMORY.model)
      ? ["- The MLP in the part on corrupt labels has epochs and a MixUp of its own, said there; all else is the same."]
      : []),
    "- Wrong labels: exactly that share of the training labels, each replaced by one of the other classes.",
    "- ECE: expected calibration error over 15 bins of equal width (Guo et al. 2017).",
    `- Why ${run.epochs} epochs: ${whyEpochs(run.epochs, data.train.count)} An epoch of ${count(data.train.count)} pictures is only ${Math.ceil(data.train.count / run.batchSize)} steps; the keras.io page takes ${count(KERAS_IO.steps)}.`,
    "",
  ];
}

function whyEpochs(epochs: number, pictures: number): string {
  if (epochs !== defaultEpochs(pictures)) return "the command says so.";
  if (epochs === KERAS_IO.epochs) return "as on the keras.io page.";
  return "so that all runs take less than an hour on two cores. 40 were planned at first; they were cut for that reason, when one run's curve had been seen in part and no two arms had been compared.";
}

function besideKeras(cells: readonly Cell[], { data, finished }: Report): string[] {
  const at = (arm: string) => cells.find((cell) => cell.arm === arm && cell.noise === 0)!;
  const [none, mixup] = [at("none"), at("mixup")];
  const { run, steps } = finished[0]!;
  const theirs = KERAS_IO.mixup - KERAS_IO.none;
  const ours = mixup.accuracy.mean - none.accuracy.mean;
  const agree = Math.sign(ours) === Math.sign(theirs);
  const losses = {
    theirs: KERAS_IO.trainLossMixup > KERAS_IO.trainLossNone,
    ours: mixup.trainLoss.mean > none.trainLoss.mean,
  };
  return [
    "## Beside the keras.io page",
    "",
    table(
      ["", "keras.io", "here"],
      [
        ["training pictures", KERAS_IO.pictures.toLocaleString("en"), data.train.count.toLocaleString("en")],
        ["test pictures", "10,000", data.test.count.toLocaleString("en")],
        [
          "epochs, steps",
          `${KERAS_IO.epochs}, ${KERAS_IO.steps.toLocaleString("en")}`,
          `${run.epochs}, ${steps.toLocaleString("en")}`,
        ],
        ["runs", "1 each", `${mixup.runs.length} each`],
        ["accuracy without, %", percent(KERAS_IO.none), percents(none.accuracy)],
        ["accuracy with MixUp 0.2, %", percent(KERAS_IO.mixup), percents(mixup.accuracy)],
        ["difference, points", signed(theirs), signed(ours)],
        [
          "training loss without, with",
          `${KERAS_IO.trainLossNone}, ${KERAS_IO.trainLossMixup}`,
          `${none.trainLoss.mean.toFixed(2)}, ${mixup.trainLoss.mean.toFixed(2)}`,
        ],
      ],
    ),
    "",
    data.train.count < KERAS_IO.pictures
      ? `This is a part of Fashion-MNIST, ${(KERAS_IO.pictures / data.train.count).toFixed(0)} times smaller than the page's training set, and ${percent(steps / KERAS_IO.steps, 0)} % of its steps: the accuracies do not compare, only the direction of the difference does.`
      : "The page holds 2,000 pictures back for validation; here all are trained on.",
    `There MixUp loses a point after ${KERAS_IO.epochs} epochs. Here the mean difference ${agree ? "has the same sign" : "has the other sign"} (${signed(ours)} points; see above whether the seeds agree).`,
    `The training loss with MixUp is ${losses.ours ? "higher" : "lower"} than without${losses.ours === losses.theirs ? ", as there" : ", unlike there"}: soft labels have an entropy of their own.`,
    "",
  ];
}

function besidePaper(cells: readonly Cell[], memory: readonly Cell[]): string[] {
  const noisy = cells.filter(({ noise }) => noise > 0);
  const error = ({ mean, deviation }: Spread) => `${percent(1 - mean)} ± ${percent(deviation)}`;
  const rows = (network: string, of: readonly Cell[]) =>
    of.map((cell) => [
      `here, ${network}: ${titleOf(cell.arm)}`,
      `${percent(cell.noise, 0)} %`,
      error(cell.best),
      error(cell.accuracy),
      percents(cell.ece),
    ]);
  return [
    "## Beside the MixUp paper, on corrupt labels",
    "",
    "[Zhang et al. 2018](https://arxiv.org/abs/1710.09412), section 3.4 and table 2: PreAct ResNet-18 on CIFAR-10, 200 epochs, test error in %, at the best epoch and at the last. The paper's corrupt",
    "labels are drawn from all classes; ours are always wrong.",
    "",
    table(
      ["", "wrong labels", "error at best", "error at last", "ECE at last"],
      [
        ...PAPER_ROWS.map(({ method: name, noise, best, last }) => [
          `paper: ${name}`,
          `${noise} %`,
          String(best),
          String(last),
          "",
        ]),
        ...rows("keras.io's network", noisy),
        ...rows("MLP", memory),
      ],
    ),
    "",
    "The claim is that a plain network ends up learning wrong labels by heart, so that its error grows after its best epoch, and that MixUp prevents it.",
    "What it takes is a network that can learn them, trained for long, and a strong MixUp: the paper's α is 8 to 32, where almost every picture is a half and half.",
    "",
    ...kerasNetworkOnWrongLabels(noisy),
    ...(memory.length > 0 ? ["", ...mlpOnWrongLabels(memory)] : []),
    "",
  ];
}

/** Percentage points from an arm's best epoch to its last. */
const forgotten = (cell: Cell) => cell.best.mean - cell.accuracy.mean;

const agreement = (plain: Cell) =>
  `agrees with ${percent(plain.trainAccuracy.mean)} % of its training labels, of which ${percent(1 - plain.noise, 0)} % are right`;

function kerasNetworkOnWrongLabels(cells: readonly Cell[]): string[] {
  const [none, mixup] = [cells.find(({ arm }) => arm === "none")!, cells.find(({ arm }) => arm === "mixup")!];
  const { run, tests } = none.runs[0]!;
  return [
    `keras.io's network has ${WEIGHTS.cnn.toLocaleString("en")} weights, trains for ${run.epochs} epochs, and α is 0.2 as on keras.io, where most λ are near 0 or 1.`,
    `From its best epoch to the last, the test accuracy falls by ${percent(forgotten(none))} points without mixing and by ${percent(forgotten(mixup))} with MixUp (the best of ${tests.length} looks is always a bit lucky).`,
    `In the last epoch the plain network ${agreement(none)}.`,
    none.trainAccuracy.mean <= 1 - none.noise
      ? "So it has not learnt the wrong labels by heart, and what MixUp is said to prevent does not happen: these runs say nothing for or against the claim."
      : "So it has begun to learn wrong labels by heart.",
  ];
}

function mlpOnWrongLabels(cells: readonly Cell[]): string[] {
  const none = cells.find(({ arm }) => arm === "none")!;
  const { run, steps } = none.runs[0]!;
  const learnt = none.trainAccuracy.mean > 1 - none.noise;
  const strong = cells.find(({ arm }) => arm === "mixup8")!;
  const saved = 1 - forgotten(strong) / forgotten(none);
  return [
    `So the runs are made again with a network that can: an MLP, dense 128, relu, dense 10, of ${WEIGHTS.mlp.toLocaleString("en")} weights, for ${run.epochs} epochs as in the paper (${steps.toLocaleString("en")} steps), and with α = 8 besides.`,
    `In the last epoch the plain network ${agreement(none)}: it has ${learnt ? "learnt wrong labels by heart" : "not learnt them by heart either"}.`,
    "From the best epoch to the last, in points of test accuracy, and at the last against no mixing, seed by seed:",
    "",
    ...cells.map(
      ({ arm, ...cell }) =>
        `- ${titleOf(arm)}: ${signed(-forgotten({ arm, ...cell }))} from best to last${cell.against ? `; test accuracy ${comparison(cell.against.accuracy, ["lower (it loses)", "higher (it gains)"])}` : ""}.`,
    ),
    ...(learnt
      ? [
          "",
          saved > 0.5
            ? `So the claim holds here: ${titleOf("mixup8")} saves ${percent(saved, 0)} % of what the plain network forgets.`
            : `So the claim does not hold for this network: ${titleOf("mixup8")} saves ${percent(Math.max(0, saved), 0)} % of what the plain network forgets. The paper's is a residual network of convolutions, on other pictures; an MLP on few pictures may well learn their blends by heart too.`,
        ]
      : []),
  ];
}

function again({ repetitions }: Report): string[] {
  const title = ["## Made again", ""];
  if (repetitions.length === 0)
    return [
      ...title,
      "No run was made again. `npm run experiment -- --again` does that, and notes here whether the numbers are the same.",
      "",
    ];
  return [
    ...title,
    ...repetitions.map(({ again: { model, arm, noise, seed }, difference }) => {
      const name = `${model === "mlp" ? "MLP, " : ""}${titleOf(arm)}, ${percent(noise, 0)} % wrong labels, seed ${seed}`;
      return difference === 0
        ? `- ${name}: the same in every digit, all accuracies, losses and calibration errors of all epochs.`
        : `- ${name}: the largest difference between two numbers is ${difference.toExponential(1)}.`;
    }),
    "",
    "The draws are the same on every machine; the sums of a training step are those of one machine and library version, and other ones will round differently.",
    "",
  ];
}

const seedsOf = (finished: readonly Finished[]) =>
  [...new Set(finished.map(({ run }) => run.seed))].sort((a, b) => a - b);

const titleOf = (arm: ArmId) => armOf(arm).title;

const percents = ({ mean, deviation }: Spread) => `${percent(mean)} ± ${percent(deviation)}`;

const plain = ({ mean, deviation }: Spread) => `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`;

const signed = (share: number) => `${share < 0 ? "−" : "+"}${percent(Math.abs(share))}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
