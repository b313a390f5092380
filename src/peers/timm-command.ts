/** A command line of timm's `train.py`: its words, by option, checked. */
import { found, PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";

/** What may follow an option. */
type Taken =
  | { kind: "flag" }
  | { kind: "word"; names?: readonly string[] }
  | { kind: "numbers"; counts: readonly number[]; legal: (value: number) => boolean; expected: string };

const numbers = (expected: string, legal: (value: number) => boolean, counts: readonly number[] = [1]): Taken => ({
  kind: "numbers",
  counts,
  legal,
  expected,
});
const chance = numbers("a number from 0 to 1", (value) => value >= 0 && value <= 1);
const whole = (least: number) =>
  numbers(`an integer of ${least} or more`, (value) => Number.isInteger(value) && value >= least);
const words = (...names: string[]): Taken => ({ kind: "word", names });
const alpha = numbers("0, or a number from 0.01 to 100", (value) => value === 0 || (value >= 0.01 && value <= 100));
const positive = (counts: readonly number[]) => numbers("numbers above 0", (value) => value > 0, counts);
const unit = numbers("numbers from 0 to 1, one for each channel", (value) => value >= 0 && value <= 1, [1, 3]);

/** The options that say how pictures and labels are made, as in timm's "augmentation and regularization parameters". */
const AUGMENTATION = {
  "no-aug": { kind: "flag" },
  "train-crop-mode": words("rrc", "rkrc", "rkrr"),
  scale: positive([2]),
  ratio: positive([2]),
  hflip: chance,
  vflip: chance,
  "color-jitter": numbers("numbers of 0 or more", (value) => value >= 0, [1, 3, 4]),
  "color-jitter-prob": chance,
  "grayscale-prob": chance,
  "gaussian-blur-prob": chance,
  aa: { kind: "word" },
  "aug-repeats": numbers("a number of 0 or more", (value) => value >= 0),
  "aug-splits": whole(0),
  "jsd-loss": { kind: "flag" },
  reprob: chance,
  remode: words("const", "rand", "pixel"),
  recount: whole(1),
  resplit: { kind: "flag" },
  mixup: alpha,
  cutmix: alpha,
  "cutmix-minmax": numbers("two shares from 0 to 1", (value) => value >= 0 && value <= 1, [2]),
  "mixup-prob": chance,
  "mixup-switch-prob": chance,
  "mixup-mode": words("batch", "pair", "elem", "half"),
  "mixup-off-epoch": whole(0),
  smoothing: numbers("a number from 0 to below 1", (value) => value >= 0 && value < 1),
  "train-interpolation": words("random", "nearest", "bilinear", "bicubic"),
  "num-classes": whole(1),
  "img-size": whole(1),
  "input-size": numbers(
    "three integers: channels, height and width",
    (value) => Number.isInteger(value) && value > 0,
    [3],
  ),
  mean: unit,
  std: numbers("numbers above 0, one for each channel", (value) => value > 0, [1, 3]),
  "no-prefetcher": { kind: "flag" },
} satisfies Record<string, Taken>;

export type TimmOption = keyof typeof AUGMENTATION;

/** The other options of train.py, which say nothing about pictures or labels: model, optimizer, loss, logs. */
const OTHERS =
  "config data-dir dataset train-split val-split train-num-samples val-num-samples dataset-download class-map input-img-mode " +
  "input-key target-key dataset-trust-remote-code model pretrained pretrained-path initial-checkpoint resume no-resume-opt gp " +
  "in-chans crop-pct crop-mode interpolation batch-size validation-batch-size channels-last fuser grad-accum-steps " +
  "grad-checkpointing fast-norm model-kwargs head-init-scale head-init-bias torchcompile-mode torchscript torchcompile " +
  "device device-modules amp amp-dtype amp-impl model-dtype no-ddp-bb synchronize-step local-rank opt opt-eps opt-betas " +
  "momentum weight-decay clip-grad clip-mode layer-decay layer-decay-min-scale layer-decay-no-opt-scale opt-kwargs sched " +
  "sched-on-updates lr lr-base lr-base-size lr-base-scale lr-noise lr-noise-pct lr-noise-std lr-cycle-mul lr-cycle-decay " +
  "lr-cycle-limit lr-k-decay warmup-lr min-lr epochs epoch-repeats start-epoch decay-milestones decay-epochs warmup-epochs " +
  "warmup-prefix cooldown-epochs patience-epochs decay-rate dr bce-loss bce-sum bce-target-thresh bce-pos-weight drop " +
  "drop-connect drop-path drop-block bn-momentum bn-eps sync-bn dist-bn split-bn model-ema model-ema-force-cpu " +
  "model-ema-decay model-ema-warmup seed worker-seeding log-interval recovery-interval checkpoint-hist workers save-images " +
  "pin-mem output experiment eval-metric tta use-multi-epochs-loader log-wandb wandb-project wandb-tags " +
  "wandb-resume-id apex-amp native-amp";

/** What stands for a flag, a word, or a list of numbers. */
export type TimmValues = { [Option in TimmOption]?: string | number[] | true };

/** Words as a shell cuts them: by spaces, with quotes, and lines that go on after a backslash. */
const WORD = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;
const shellWords = (command: string): string[] =>
  (command.replaceAll(/\\\r?\n/g, " ").match(WORD) ?? []).map((word) => word.replaceAll(/["']/g, ""));

/** Not the sign of a number. */
const isOption = (word: string) => /^--?[a-z]/i.test(word);

/**
 * Reads a command line. Words before the first option are the program's, and words that follow an option's value are
 * the folder of the data, as argparse has it.
 * @throws PolicyError for an option that train.py does not have, and for values that it would refuse or make nonsense
 * of
 */
export function readTimmCommand(command: unknown): TimmValues {
  if (typeof command !== "string") throw new PolicyError("fromTimm", "timm's command line, a string", command);
  const values: TimmValues = {};
  const all = shellWords(command);
  for (let i = 0; i < all.length; i++) {
    const word = all[i]!;
    if (!isOption(word)) continue;
    const [written = "", given] = splitAt(word.replace(/^--?/, ""));
    const name = written.replaceAll("_", "-");
    const following: string[] = given === undefined ? [] : [given];
    while (given === undefined && i + 1 < all.length && !isOption(all[i + 1]!)) following.push(all[++i]!);
    if (name in AUGMENTATION) values[name as TimmOption] = readOption(name as TimmOption, following);
    // A letter is short for one of the others: -b 256.
    else if (word.startsWith("--") && !OTHERS.split(" ").includes(name)) throw unknown(name);
  }
  return values;
}

function splitAt(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** The command's own place in errors. */
export const optionPath = (name: TimmOption): string => `fromTimm --${name}`;

function unknown(name: string): PolicyError {
  const near = nearestName(name, [...Object.keys(AUGMENTATION), ...OTHERS.split(" ")]);
  return new PolicyError(
    "fromTimm",
    `options of timm's train.py${near ? ` (did you mean --${near}?)` : ""}`,
    `--${name}`,
  );
}

function readOption(name: TimmOption, following: readonly string[]): string | number[] | true {
  const taken: Taken = AUGMENTATION[name];
  if (taken.kind === "flag") return true;
  if (taken.kind === "word") return wordOf(name, taken.names, following[0]);
  const most = Math.max(...taken.counts);
  const all = following.map(Number);
  const end = all.findIndex(Number.isNaN);
  const read = end < 0 ? all : all.slice(0, end);
  const isLegal =
    taken.counts.includes(read.length) && read.every((value) => Number.isFinite(value) && taken.legal(value));
  if (!isLegal) {
    const count = most > 1 ? `, ${taken.counts.join(" or ")} of them` : "";
    throw new PolicyError(
      optionPath(name),
      `${taken.expected}${count}`,
      following.length === 0 ? found("nothing") : following.join(" "),
    );
  }
  return read;
}

function wordOf(name: TimmOption, names: readonly string[] | undefined, word: string | undefined): string {
  if (word === undefined)
    throw new PolicyError(optionPath(name), names ? `one of ${names.join(", ")}` : "a name", found("nothing"));
  if (names && !names.includes(word)) {
    const near = nearestName(word, names);
    throw new PolicyError(
      optionPath(name),
      `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`,
      word,
    );
  }
  return word;
}
