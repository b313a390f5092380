/** docs/migrate.md has every option of every preset, and no preset or option that is not there. */
import { readFileSync } from "node:fs";
import { PolicyError, presets } from "mixwell";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/migrate.md", import.meta.url), "utf8");

/** What a preset says that it takes, when it is given something else. */
function optionsOf(name: string): string[] {
  const preset = presets[name as "timmMixup"] as (...args: unknown[]) => unknown;
  const isConfig = ["timmRandAugment", "timmAutoAugment", "timmAugMix", "fromTimm"].includes(name);
  try {
    preset(...(isConfig ? [undefined] : []), { "no such option": 1 });
  } catch (error) {
    if (error instanceof PolicyError)
      return /^only the options (.*?)(?: \(did you mean .*)?$/.exec(error.expected)![1]!.split(", ");
  }
  throw new Error(`${name} took an option that nobody has`);
}

/** The part of the page with a preset in it: its peer's. */
const partOf = (peer: string) => page.split(/^## /m).find((part) => part.startsWith(`${peer}\n`))!;

const PEERS: [prefix: string, peer: string][] = [
  ["timm", "timm"],
  ["torchvision", "torchvision"],
  ["kerasCv", "KerasCV"],
  ["keras3", "Keras 3"],
  ["dali", "DALI"],
  ["datarax", "Datarax"],
  ["kerasIo", "keras.io, albumentations, tf.data"],
];

const NAMES = Object.keys(presets).filter((name) => name !== "kerasCv" && name !== "fromTimm");

test.each(NAMES)("%s: every option is in its peer's table", (name) => {
  const [, peer] = PEERS.find(([prefix]) => name.startsWith(prefix))!;
  const part = partOf(peer);
  expect(optionsOf(name).filter((option) => !new RegExp(`\\b${option}\\b`).test(part))).toEqual([]);
});

test("the presets that it names are there, and so are their options", () => {
  const named = [...page.matchAll(/`presets\.(\w+)\(\{ ([\w, ]+) \}\)`/g)];
  expect(named.length).toBeGreaterThan(15);
  for (const [call, name, options] of named)
    for (const option of options!.split(", ")) expect(optionsOf(name!), call).toContain(option);
});

test("what stands in a column of ours is an option of one of the peer's presets", () => {
  for (const [prefix, peer] of PEERS) {
    const known = [...NAMES.filter((name) => name.startsWith(prefix)).flatMap(optionsOf)];
    const rows = [...partOf(peer).matchAll(/^\| [^|]* \| `(\w+)` \|/gm)].map(([, option]) => option!);
    expect([peer, rows.filter((option) => !known.includes(option))]).toEqual([peer, []]);
  }
});
