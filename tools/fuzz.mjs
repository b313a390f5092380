// @ts-check
// `npm run fuzz`: the properties of test/fuzz for as long as one likes, from any seed.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runTool } from "./run.mjs";
import { runMain, setUpDependencies, setUpTestChromium } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

/** The parts, by the beginning of their file's name. */
const PARTS = { a: "mixing", b: "calls", c: "files", d: "sequences" };

const USAGE = `npm run fuzz -- [--seconds N] [--seed S] [--only PART]...

  --seconds N  for each part (default 60); of part a, the round that is under way is ended
  --seed S     an integer; the same seed tries the same cases (default: another one every time)
  --only PART  a: policies and plans, GPU against reference; b: public functions with wrong arguments;
               c: files, plans and policies that were damaged; d: sequences of calls

A failure is shrunk, and printed with the seed and the path that lead to it.`;

/** @typedef {Record<string, Record<string, number>>} Seen */
/** @typedef {{ part: string, cases: number, refused: number, seconds: number }} Counts */
/** @typedef {Counts & { seen?: Seen, policies?: number }} Campaign */
/** @typedef {{ testResults: { assertionResults: { status: string, meta: { fuzz?: Campaign } }[] }[] }} Report */

await runMain(async () => {
  const { seconds, seed, only } = readArguments();
  setUpDependencies();
  const chromium = setUpTestChromium();
  console.log(`seed ${seed}, ${seconds} s for each part`);
  const folder = mkdtempSync(join(tmpdir(), "mixwell-fuzz-"));
  const results = join(folder, "results.json");
  try {
    const env = { CHROMIUM_PATH: chromium, MIXWELL_FUZZ_SECONDS: String(seconds), MIXWELL_FUZZ_SEED: String(seed) };
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
    const files = only.map((part) => `fuzz/${PARTS[part]}`);
    const status = await runTool("vitest", ["run", "--project", "fuzz", ...reporters, ...files], env);
    /** @type {Report} */
    const { testResults } = JSON.parse(readFileSync(results, "utf8"));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const campaigns = tests.flatMap(({ meta }) => meta.fuzz ?? []);
    for (const campaign of campaigns) if (campaign.seen) console.log(seenIn(campaign));
    console.log(table(campaigns));
    const failed = tests.filter((one) => one.status !== "passed").length;
    console.log(`${tests.length - failed} passed, ${failed} failed`);
    process.exitCode = status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * How many cases had what in them, the rarest first.
 * @param {Campaign} campaign
 */
function seenIn({ seen = {}, policies = 0 }) {
  const lines = Object.entries(seen).map(([group, counts]) => {
    const names = Object.entries(counts).sort(([, one], [, other]) => one - other);
    return `${group} (${names.length}): ${names.map(([name, count]) => `${name} ${count}`).join(", ")}`;
  });
  return [...lines, `${policies.toLocaleString("en")} policies unlike all others`].join("\n");
}

/**
 * Parts that many tests share are added up.
 * @param {readonly Campaign[]} campaigns
 */
function table(campaigns) {
  /** @type {Map<string, Counts>} */
  const sums = new Map();
  for (const { part, cases, refused, seconds } of campaigns) {
    const sum = sums.get(part) ?? { part, cases: 0, refused: 0, seconds: 0 };
    sums.set(part, {
      part,
      cases: sum.cases + cases,
      refused: sum.refused + refused,
      seconds: sum.seconds + seconds,
    });
  }
  const lines = [...sums.values()].sort((one, other) => (one.part < other.part ? -1 : 1));
  return lines
    .map(
      ({ part, cases, refused, seconds }) =>
        `${part.padEnd(34)} ${cases.toLocaleString("en")} cases, ${refused.toLocaleString("en")} of them refused in words, ${Math.round(seconds)} s`,
    )
    .join("\n");
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: "string", default: "60" },
        seed: { type: "string", default: String(Date.now() % 2 ** 31) },
        only: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const only = /** @type {(keyof typeof PARTS)[]} */ (values.only);
    const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
    if (!(seconds > 0)) throw new Error(`--seconds: found "${values.seconds}".\n\n${USAGE}`);
    if (!Number.isSafeInteger(seed)) throw new Error(`--seed: found "${values.seed}".\n\n${USAGE}`);
    for (const part of only) if (!(part in PARTS)) throw new Error(`--only: found "${part}".\n\n${USAGE}`);
    return { seconds, seed, only };
  } catch (error) {
    throw new SetupError(/** @type {Error} */ (error).message);
  }
}
