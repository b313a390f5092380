/**
 * The documents say what stands: links lead somewhere, tables name what there is. Their form and their code have tests
 * of their own.
 */
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import * as mixwell from "mixwell";
import { describe, expect, test } from "vitest";
import { mixOps } from "../../src/mixers/all.ts";
import { cutmixOp } from "../../src/mixers/cutmix.ts";
import { mixupOp } from "../../src/mixers/mixup.ts";
import { PAIRINGS } from "../../src/mixers/options.ts";
import { PAGES } from "../../tools/docs-blocks.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(posix.join(root, path), "utf8");
const exists = (path: string) => existsSync(posix.join(root, path));

const DOCUMENTS = [
  ...PAGES,
  "ARCHITECTURE.md",
  "DECISIONS.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "examples/README.md",
];
const manifest: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

/** Targets of links and pictures that are no web address. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((found) => found[1]!.split("#")[0]!)
    .filter((target) => !/^https?:|^$/.test(target));

/** Paths of the project in backticks, folders and glob patterns included up to the first `*`. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:src|test|tools|shaders|demo|bench|docs|examples|experiments)\/[^`\s]*)`/g)].map((found) =>
    found[1]!.replace(/[^/]*\*.*$/, ""),
  );

/**
 * What the documents name on purpose although it is not there: the examples of a new mixer, a new stage and a new op,
 * and a folder that they say is missing.
 */
const NOT_THERE = [
  "src/mixers/fold.ts",
  "src/stages/random-fold.ts",
  "src/ops/color/duotone.ts",
  "shaders/ops/color/duotone.wgsl",
  "src/ops/<kind>/x.ts",
  "shaders/ops/<kind>/x.wgsl",
  "src/mixers/x.ts",
];

const commandsIn = (text: string) =>
  [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b(?!:))/g)].map((found) => (found[1] ?? found[2])!);

describe.each(DOCUMENTS)("%s", (name) => {
  const text = read(name);

  test("every link and picture is there", () => {
    expect(linksIn(text).filter((target) => !exists(posix.join(posix.dirname(name), target)))).toEqual([]);
  });

  test("every path it names is there", () => {
    expect(pathsIn(text).filter((path) => !exists(path) && !NOT_THERE.includes(path))).toEqual([]);
  });

  test("every command it names is there", () => {
    expect(commandsIn(text).filter((command) => !(command in manifest.scripts))).toEqual([]);
  });
});

test("what the documents name although it is not there, is not there", () => {
  expect(NOT_THERE.filter(exists)).toEqual([]);
});

test("the searches above find what they look for", () => {
  expect(linksIn("![a](docs/a.png) [b](b.md#c) [d](https://e.f) [g](#h)")).toEqual(["docs/a.png", "b.md"]);
  expect(pathsIn("`src/a.ts` `test/unit/*.test.ts` `a/src/b` `npm test`")).toEqual(["src/a.ts", "test/unit/"]);
  expect(commandsIn("`npm run test:oracles`, npm start and npm test")).toEqual(["test:oracles", "start", "test"]);
});

/**
 * A table of a page: the heading above it, what its first column is called, and the first name in backticks of each
 * row.
 */
interface Table {
  heading: string;
  column: string;
  names: string[];
  text: string;
}

function tablesOf(text: string): Table[] {
  const tables: Table[] = [];
  let heading = "";
  for (const part of text.split(/\n{2,}/)) {
    heading = /^#+ (.*)$/m.exec(part)?.[1] ?? heading;
    if (!part.startsWith("| ")) continue;
    const [head, , ...rows] = part.trim().split("\n");
    const first = rows.map((row) => row.split(" | ")[0]!.replace(/^\| /, ""));
    const names = first.map((cell) => /`([^`]*)`/.exec(cell)?.[1] ?? cell);
    tables.push({ heading, column: head!.split(" | ")[0]!.replace(/^\| /, "").replaceAll("`", ""), names, text: part });
  }
  return tables;
}

function tableOf(page: string, column: string, heading: RegExp, nth = 0): Table {
  const found = tablesOf(read(page)).filter((table) => table.column === column && heading.test(table.heading))[nth];
  if (!found) throw new Error(`${page}: no table "${column}" under ${heading}`);
  return found;
}

const LOOP = "docs/your-own-loop.md";
const MIXERS = "docs/mixers-and-labels.md";
const POLICIES = "docs/policies.md";
const PRESETS = "docs/presets.md";

/**
 * What src/policy exports that makes no stage: schedules, lists of stages, calls; and `oneOf`, which is among the
 * mixers.
 */
const NO_STAGES = [
  ...["cosine", "linear", "piecewise", "oneOf"],
  ...["standardPolicy", "autoAugmentStages", "augMixPolicy", "callsFromTimm", "callsFromTorchvision"],
];

const kebab = (name: string) => name.replace(/\B[A-Z]/g, "-$&").toLowerCase();

/** The fields of an exported interface, as its source has them. */
function fieldsOf(path: string, name: string): string[] {
  const body = new RegExp(`^export interface ${name} (?:extends [^{]*)?\\{\n([\\s\\S]*?)^\\}`, "m").exec(
    read(path),
  )?.[1];
  if (body === undefined) throw new Error(`${path}: no interface ${name}`);
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map((found) => found[1]!);
}

describe("the pages' tables name what there is, all of it and nothing else", () => {
  const INTERFACES: [column: string, heading: RegExp, path: string, name: string][] = [
    ["option", /createEngine/, "src/gpu/options.ts", "EngineOptions"],
    ["output", /createEngine/, "src/format/format.ts", "OutputOptions"],
    ["labels", /createEngine/, "src/format/format.ts", "LabelOptions"],
    ["option", /epoch/, "src/gpu/epoch-options.ts", "EpochOptions"],
    ["batch", /run/, "src/gpu/inputs.ts", "BatchInput"],
    ["step", /run/, "src/gpu/batch.ts", "StepOptions"],
  ];
  test.each(INTERFACES)("%s under %s: %s %s", (column, heading, path, name) => {
    expect(tableOf(LOOP, column, heading).names.sort()).toEqual(fieldsOf(path, name).sort());
  });

  test("the options of a stream, and what a store reads", () => {
    const streams = "docs/streams.md";
    expect(tableOf(streams, "option of a stream", /./).names.sort()).toEqual(
      fieldsOf("src/gpu/stream.ts", "StreamOptions").sort(),
    );
    expect(tableOf(streams, "read", /./).names.sort()).toEqual(fieldsOf("src/source/store.ts", "ReadPictures").sort());
  });

  test("the fields of a batch", () => {
    const sentence = /A batch has (.*?)\./s.exec(read(LOOP))![1]!;
    expect([...sentence.matchAll(/`(\w+)`/g)].map((found) => found[1]).sort()).toEqual(
      fieldsOf("src/gpu/batch.ts", "Batch").sort(),
    );
  });

  test("the options of mixup and cutmix", () => {
    const both = tableOf(MIXERS, "option", /^MixUp and CutMix/).names;
    const boxes = tableOf(MIXERS, "option", /^MixUp and CutMix/, 1).names;
    expect([...both].sort()).toEqual([...mixupOp.options].sort());
    expect([...both, ...boxes].sort()).toEqual([...cutmixOp.options].sort());
  });

  // AugMix stands among the policies, whose stages it is made of.
  test("the further mixers and their own options", () => {
    const shared = ["prob", "granularity", "pairing", "stream"];
    const further = Object.entries(mixOps).filter(([kind]) => !["mixup", "cutmix", "augMix"].includes(kind));
    const { names, text } = tableOf(MIXERS, "mixer", /^Further mixers/, 1);
    expect(names).toEqual(further.map(([kind]) => kind));
    const rows = text.split("\n").slice(2);
    for (const [i, [kind, { options }]] of further.entries()) {
      const named = [...rows[i]!.split(" | ")[1]!.matchAll(/(?:^|; )`(\w+)`/g)].map((found) => found[1]!);
      expect([kind, named.sort()]).toEqual([kind, options.filter((option) => !shared.includes(option)).sort()]);
    }
    // And what the table of what they make gives them.
    const calls = [...tableOf(MIXERS, "mixer", /^Further mixers/).text.matchAll(/`(\w+)\(\{ (\w+)/g)].map(
      ([, kind, option]) => [kind, option] as const,
    );
    expect(calls.length).toBeGreaterThan(1);
    for (const [kind, option] of calls) expect(mixOps[kind as keyof typeof mixOps].options, kind).toContain(option);
  });

  test("the pairings", () => {
    expect(tableOf(MIXERS, "pairing", /^Pairings/).names).toEqual(PAIRINGS);
  });

  test("the presets", () => {
    const both = tableOf(PRESETS, "peer", /^Mixers/).text + tableOf(PRESETS, "peer", /^Image ops/).text;
    const called = [...both.matchAll(/\| `presets\.(\w+)/g)].map((found) => found[1]!);
    expect(called.sort()).toEqual(Object.keys(mixwell.presets).sort());
  });

  test("layers of presets.kerasCv, of which none is missing", () => {
    const layers = tableOf(PRESETS, "layer", /KerasCV/).names;
    expect(layers.length).toBeGreaterThan(0);
    expect(layers.filter((name) => !(name in mixwell.presets.kerasCv))).toEqual([]);
    expect(read(PRESETS)).not.toContain("Missing is");
  });

  test("the magnitude tables, their units and how many ops they have", () => {
    const { names, text } = tableOf(POLICIES, "table", /Magnitudes/);
    expect(names.sort()).toEqual(Object.keys(mixwell.magnitudeTables).sort());
    for (const [name, table] of Object.entries<{ unit: string; entries: object }>(mixwell.magnitudeTables)) {
      const [, unit, count] =
        new RegExp(`^\\| \`${name}\` \\| [^|]*\\| (\\w+)[^|]*\\| (\\d+) \\|`, "m").exec(text) ?? [];
      expect([name, unit, Number(count)]).toEqual([name, table.unit, Object.keys(table.entries).length]);
    }
  });

  test("the ways to draw an argument", () => {
    const means = tableOf(POLICIES, "argument", /Image ops/).text;
    const source = read("src/draw/arg-draw.ts");
    const forms = [.../^const FORMS = \[(.*)\]/m.exec(source)![1]!.matchAll(/"(\w+)"/g)].map((found) => found[1]!);
    expect([...means.matchAll(/^\| `\{ (\w+):/gm)].map((found) => found[1]!).sort()).toEqual(forms.sort());
  });

  test("the constructors of stages", () => {
    const named = tableOf(POLICIES, "stage", /Stages/).names.map((call) => /^\w+/.exec(call)![0]);
    const files = Object.values(
      import.meta.glob<Record<string, unknown>>(
        ["../../src/{policy,peers,stages}/**/*.ts", "../../src/mixers/aug-mix.ts"],
        {
          eager: true,
        },
      ),
    );
    const theirs = files.flatMap((file) => Object.entries(file)).filter(([, value]) => typeof value === "function");
    const exported = theirs
      .filter(([name, value]) => (mixwell as Record<string, unknown>)[name] === value)
      .map(([name]) => name);
    expect(exported.filter((name) => !NO_STAGES.includes(name)).sort()).toEqual(named.sort());
  });

  test("the options of what the policies take", () => {
    const stage = (name: string): [path: string, name: string] => [`src/stages/${kebab(name)}.ts`, name];
    const TABLES = "src/peers/rand-augment.ts";
    const OPTIONS: [heading: RegExp, ...interfaces: [path: string, name: string][]][] = [
      [/^RandAugment/, [TABLES, "RandAugment"], [TABLES, "StandardPolicy"], stage("OpAt")],
      [/^Random erasing/, stage("RandomErasing")],
      [/^Crops/, stage("RandomResizedCrop")],
      [/^Pipelines/, stage("RandomPipeline")],
      [/^AugMix/, ["src/mixers/aug-mix.ts", "AugMix"]],
    ];
    for (const [heading, ...interfaces] of OPTIONS) {
      const fields = new Set(interfaces.flatMap(([path, name]) => fieldsOf(path, name)));
      for (const given of ["kind", "stages", "op", "entry"]) fields.delete(given);
      expect([heading, tableOf(POLICIES, "option", heading).names.sort()]).toEqual([heading, [...fields].sort()]);
    }
  });

  test("the errors", () => {
    const exported = Object.keys(mixwell).filter(
      (name) => name.endsWith("Error") && name !== "MixwellError" && name !== "ArgumentError",
    );
    expect(tableOf("docs/errors-and-limits.md", "class", /Errors/).names.sort()).toEqual(exported.sort());
  });

  test("the constructors of Dataset", () => {
    const made = Object.getOwnPropertyNames(mixwell.Dataset).filter((name) => name.startsWith("from"));
    const named = tableOf("docs/datasets.md", "constructor", /Datasets/).names.map(
      (call) => /^Dataset\.(\w+)\(/.exec(call)?.[1],
    );
    expect(named.sort()).toEqual(made.sort());
  });
});
