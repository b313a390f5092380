// @ts-check
// `npm run experiment`: trains the keras.io CNN without and with MixUp and CutMix, and writes docs/experiments.md. See
// HELP.
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundleForNode } from "./bundle.mjs";
import { dawnEnvironment, findChromium } from "./chromium.mjs";
import { runNode } from "./run.mjs";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const HELP = `usage: npm run experiment -- [options]

  --data FOLDER    Fashion-MNIST, or a part of it in the official file names. Default: data/fashion-mnist ("npm run data -- fashion-mnist"
                   fetches it) where that is, else ../shared/data/fashion-mnist-subset
  --epochs N       of the CNN; default 30, or 10 for more than 10,000 pictures
  --seeds N        runs of each kind, from seed 1 on; default 3
  --out FILE       default docs/experiments.md
  --trainer WHERE  "gpu" or "cpu"; default: the GPU, unless there is only one in software
  --again          first makes one finished run again, and notes in the document whether the numbers are the same
  --quick          a look whether everything works: one seed, 4 steps a run, printed and not written

Trains 3 arms (none, MixUp 0.2, CutMix 1.0) × 2 label noises (0 and 40 %) × seeds; and, of up to 10,000 pictures, an MLP that can learn
wrong labels by heart, 4 arms (those and MixUp 8) × seeds at 40 %, for 200 epochs. Every finished run is kept in
.cache/experiments/, so that the command goes on where it was stopped, and only writes the document when nothing is left to train.
Runs on SwiftShader, a GPU in software, unless MIXWELL_GPU=hardware is set. The pictures are mixed on the GPU in any case.`;

const OPTIONS = /** @type {const} */ ({
  data: { type: "string" },
  epochs: { type: "string" },
  seeds: { type: "string", default: "3" },
  out: { type: "string", default: "docs/experiments.md" },
  trainer: { type: "string" },
  again: { type: "boolean" },
  quick: { type: "boolean" },
  help: { type: "boolean" },
});

/** Where the pictures are when nobody says it, best first. */
const FOLDERS = ["data/fashion-mnist", "../shared/data/fashion-mnist-subset"];

const BUNDLE = ".cache/experiments/experiment.mjs";

await runMain(async () => {
  const values = readArguments();
  if (values.help) {
    console.log(HELP);
    return;
  }
  setUpDependencies();
  const data = findData(values.data);
  await bundleForNode("experiments/node.ts", join(ROOT, BUNDLE));
  const args = [
    ...["--data", data, "--results", join(ROOT, ".cache/experiments", values.quick ? "quick.jsonl" : "runs.jsonl")],
    ...["--seeds", values.quick ? "1" : values.seeds, "--command", commandOf(process.argv.slice(2))],
    ...(values.quick ? ["--steps", "4"] : ["--out", resolve(ROOT, values.out)]),
    ...(values.epochs ? ["--epochs", values.epochs] : []),
    ...(values.trainer ? ["--trainer", values.trainer] : []),
    ...(values.again ? ["--again"] : []),
  ];
  process.exitCode = await runNode(BUNDLE, args, dawnEnvironment(findChromium()));
});

function readArguments() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    for (const name of /** @type {const} */ (["epochs", "seeds"])) {
      const value = values[name];
      if (value !== undefined && !(Number.isInteger(Number(value)) && Number(value) >= 1))
        throw new Error(`--${name}: expected an integer of at least 1, found "${value}"`);
    }
    if (values.trainer !== undefined && values.trainer !== "gpu" && values.trainer !== "cpu")
      throw new Error(`--trainer: expected "gpu" or "cpu", found "${values.trainer}"`);
    return values;
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}

/** @param {string | undefined} given */
function findData(given) {
  const folders = given === undefined ? FOLDERS.map((folder) => join(ROOT, folder)) : [resolve(given)];
  const found = folders.find((folder) => existsSync(join(folder, "train-images-idx3-ubyte.gz")));
  if (!found) {
    const looked = folders.map((folder) => relative(ROOT, folder)).join(" and ");
    throw new SetupError(`--data: expected a folder with train-images-idx3-ubyte.gz, found none (looked in ${looked}).
"npm run data -- fashion-mnist" fetches it.`);
  }
  return found;
}

/**
 * As one would type it again.
 * @param {string[]} args
 */
function commandOf(args) {
  const kept = args.filter((arg) => arg !== "--again");
  return kept.length === 0 ? "npm run experiment" : `npm run experiment -- ${kept.join(" ")}`;
}
