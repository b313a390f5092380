/**
 * "I wrote `chanels: 1` and nobody told me." Every public function has a call in test/fuzz, and refuses an option it
 * does not know at every object of that call. A new function that is not there fails here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as mixwell from "mixwell";
import { expect, test } from "vitest";
import { adapterDoors } from "../fuzz/adapter-calls.ts";
import { pureDoors } from "../fuzz/calls.ts";
import type { Door } from "../fuzz/door.ts";
import { gpuDoors } from "../fuzz/gpu-calls.ts";
import { NO_OPTION, withUnknownOptions } from "../fuzz/mistakes.ts";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(`${src}/${path}`, "utf8"));

/** Exports that nobody calls, or that nobody calls with options. */
const NO_DOORS: Readonly<Record<string, string>> = {
  imageOps: "the registry of ops: what is in them is called by the interpreters, with arguments that were checked",
  magnitudeTables: "the peers' tables, as data; their functions are called with magnitudes that were checked",
  opMath: "arithmetic for the references of own ops: they call it for every pixel, so it checks nothing",
  kernels: "data",
  shaders: "data",
  MixwellError: "an error, for `instanceof`",
  ArgumentError: "an error, for `instanceof`",
  InputError: "an error, for `instanceof`",
  PlanError: "an error, for `instanceof`",
  PolicyError: "an error, for `instanceof`",
  SourceError: "an error, for `instanceof`",
  GpuError: "an error, for `instanceof`",
  NoWebGpuError: "an error, for `instanceof`",
  DeviceLostError: "an error, for `instanceof`",
};

/** Public methods that take nothing. */
const TAKES_NOTHING = ["destroy", "assertAlive", "open"];

test("every export of the engine has a call that mistakes are made in", () => {
  const doors = new Set([...pureDoors, ...gpuDoors(undefined as never)].map(({ name }) => name));
  const functionsIn = (value: unknown, name: string): string[] => {
    if (name in NO_DOORS) return [];
    if (typeof value === "function") return isClass(value) ? methodsOf(name) : [name];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([key, one]) => functionsIn(one, `${name}.${key}`));
  };
  const exported = Object.entries(mixwell).flatMap(([name, value]) => functionsIn(value, name));
  expect(exported).toEqual(
    expect.arrayContaining(["mixup", "ops.rotate", "presets.kerasCv.MixUp", "Dataset.fromArrays"]),
  );
  expect(methodsOf("Dataset")).toContain("Dataset.subset");
  expect([...exported, ...methodsOf("Engine")].filter((name) => !doors.has(name))).toEqual([]);
});

test("every export of an adapter has a call that mistakes are made in", () => {
  const doors = new Set(adapterDoors.map(({ name }) => name));
  const exported = ["tfjs", "jax", "ort", "node"].flatMap((adapter) =>
    exportsOf(adapter).map((name) => `${adapter}.${name}`),
  );
  const methods = ["TfjsFeed", "JaxFeed", "OrtFeed"].flatMap(methodsOf);
  expect(exported).toEqual(expect.arrayContaining(["tfjs.createFeed", "ort.sessionOptions", "node.createNodeDevice"]));
  expect([...exported, ...methods].filter((name) => !doors.has(name))).toEqual([]);
});

/** The doors that take an object somewhere, which an option could be put into. */
const withOptions = pureDoors
  .map((door, i) => ({ name: `${door.name} (${i})`, door, cases: withUnknownOptions(door.args, door.open) }))
  .filter(({ cases }) => cases.length > 0);

test.each(withOptions)("$name refuses an option it does not know, wherever it stands", ({ door, cases }) => {
  for (const { path, args } of cases) expect(messageOf(door, args), path).toContain(NO_OPTION);
});

test("the search finds what it looks for: a function that takes any option", () => {
  const lax: Door = {
    name: "lax",
    call: () => undefined,
    args: () => [[{ a: { b: 1 } }], { fields: { c: 1 } }],
    open: ["fields"],
  };
  const cases = withUnknownOptions(lax.args, lax.open);
  expect(cases.map(({ path }) => path)).toEqual(["0.0", "0.0.a", "1"]);
  expect(messageOf(lax, cases[0]!.args)).toBe("nothing was thrown");
});

function messageOf(door: Door, args: unknown[]): string {
  try {
    (door.call as (...args: unknown[]) => unknown)(...args);
  } catch (error) {
    return error instanceof mixwell.MixwellError ? error.message : `not ours: ${error}`;
  }
  return "nothing was thrown";
}

const isClass = (value: object) => /^class\b/.test(Function.prototype.toString.call(value));

/**
 * The public methods of a class that take something, inherited ones too: what TypeScript calls private is there for
 * everybody in JavaScript.
 */
function methodsOf(name: string): string[] {
  return methodNames(name).map((method) => `${name}.${method}`);
}

function methodNames(name: string): string[] {
  const head = new RegExp(`^export (?:abstract )?class ${name}\\b(?: extends (\\w+))?.*$`, "m");
  const text = sources.find((one) => head.test(one)) ?? "";
  const [line = "", parent] = head.exec(text) ?? [];
  const body = text.slice(text.indexOf(line)).split(/^\}/m)[0] ?? "";
  const methods = [...body.matchAll(/^ {2}(static |override )?(?:async )?\*?(\w+)(?:<[^>]*>)?\(/gm)];
  const own = methods.map(([, , method]) => method!).filter((one) => one !== "constructor");
  return [...own.filter((one) => !TAKES_NOTHING.includes(one)), ...(parent ? methodNames(parent) : [])];
}

/** The values that an adapter's entry exports. */
function exportsOf(adapter: string): string[] {
  const text = readFileSync(`${src}/interop/${adapter}.ts`, "utf8");
  const lists = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list!.split(","));
  const named = [...text.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name!);
  return [...lists.map((one) => one.trim()).filter((one) => one !== "" && !one.startsWith("type ")), ...named];
}
