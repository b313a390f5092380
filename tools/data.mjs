// @ts-check
// `npm run data -- fashion-mnist`: downloads datasets into a folder that the demo serves. See HELP.
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bring } from "./data/bring.mjs";
import { writeIndex } from "./data/index.mjs";
import { megabytes, progressLine } from "./data/progress.mjs";
import { SETS } from "./data/sets.mjs";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const HELP = `usage: npm run data -- NAME … [options]

${SETS.map(({ name, title, downloads }) => `  ${name.padEnd(15)} ${title}, ${megabytes(sizeOf(downloads))} to download`).join("\n")}

  --to FOLDER     default data/ in the project, which the demo serves and git ignores; another one is served when
                  MIXWELL_DATA=FOLDER is set for npm start
  --from ADDRESS  a mirror: the folder on a server that holds the files, instead of the datasets' own
  --help

A download that broke off goes on where it stopped, within a run and in the next one. A file gets its name only when its size
and MD5 are those that its authors published; what is there and right is left alone.`;

/**
 * @param {readonly import("./data/sets.mjs").Download[]} downloads
 */
function sizeOf(downloads) {
  return downloads.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * @param {string[]} words the command line
 * @param {object} [world] for tests
 * @param {readonly import("./data/sets.mjs").DataSet[]} [world.sets]
 * @param {Parameters<typeof progressLine>[0]} [world.out]
 * @param {import("./data/download.mjs").Patience} [world.patience]
 * @throws SetupError
 */
export async function main(words, { sets = SETS, out = process.stdout, patience = {} } = {}) {
  const { values, positionals } = read(words);
  const line = progressLine(out);
  if (values.help) return line.say(HELP);
  const chosen = [...new Set(positionals)].map((name) => setOf(name, sets));
  if (chosen.length === 0) throw new SetupError(`expected the name of a dataset, found none\n\n${HELP}`);
  if (values.from !== undefined) checkAddress(values.from);
  const folder = resolve(values.to ?? join(ROOT, "data"));
  try {
    for (const set of chosen) {
      line.say(`${set.title} -> ${shown(join(folder, set.name))}`);
      await bring(set, folder, {
        ...patience,
        from: values.from,
        onProgress: line.show,
        onTrouble: (name, sentence) => line.say(`  ${name}: ${sentence}`),
        onDone: (name, sentence) => line.say(`  ${name}: ${sentence}; MD5 is right`),
      });
    }
    await writeIndex(folder, sets);
  } finally {
    line.clear();
  }
}

/** @param {string[]} words */
function read(words) {
  try {
    const options = /** @type {const} */ ({
      to: { type: "string" },
      from: { type: "string" },
      help: { type: "boolean" },
    });
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}

/**
 * @param {string} name
 * @param {readonly import("./data/sets.mjs").DataSet[]} sets
 */
function setOf(name, sets) {
  const set = sets.find((set) => set.name === name);
  if (!set) throw new SetupError(`dataset: expected one of ${sets.map((set) => set.name).join(", ")}, found "${name}"`);
  return set;
}

/** @param {string} address */
function checkAddress(address) {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new SetupError(`--from: expected an http or https address, found "${address}"`);
  }
}

/** Short where it is below the folder one is in. @param {string} path */
function shown(path) {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    setUpDependencies();
    await main(process.argv.slice(2));
  });
}
