/** Keeps the invariants of ARCHITECTURE.md that can be read off the source text. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/**
 * Comments, or strings with whatever they escape. Good enough for our own sources; a template's `${…}` counts as
 * string.
 */
const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** Every module of the engine: its path below src, and its code without comments and string contents. */
const modules = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => ({ path, text: readFileSync(`${src}/${path}`, "utf8") }))
  .map(({ path, text }) => ({ path, code: codeOf(text), imports: importsOf(text) }));

const isAdapter = (path: string) => path.startsWith("interop/");
const namesGpu = (path: string) => path.startsWith("gpu/") || isAdapter(path);

/** What each adapter may import from outside: the library it adapts, and nothing else. */
const PEERS: Readonly<Record<string, readonly string[]>> = {
  tfjs: ["@tensorflow/tfjs-core", "@tensorflow/tfjs-layers", "@tensorflow/tfjs-backend-webgpu"],
  jax: ["@jax-js/jax"],
  ort: ["onnxruntime-web/webgpu"],
  node: ["webgpu", "sharp"],
};

/** `tfjs` for `interop/tfjs.ts` and `interop/tfjs/feed.ts`; none for what the adapters share. */
const adapterOf = (path: string) =>
  Object.keys(PEERS).find((name) => path === `interop/${name}.ts` || path.startsWith(`interop/${name}/`));

test("only src/gpu and src/interop name a WebGPU type, and only src/interop looks for a browser's or Node's (I3)", () => {
  const types = modules
    .filter(({ path }) => !namesGpu(path))
    .flatMap(({ path, code }) => matches(path, code, /\bGPU[A-Z]\w*/g));
  const places = modules
    .filter(({ path }) => !isAdapter(path))
    // How many cores there are is no secret.
    .map(({ path, code }) => ({ path, code: code.replace(/typeof navigator|navigator\.hardwareConcurrency/g, "") }))
    .flatMap(({ path, code }) => matches(path, code, /\bnavigator\b/g));
  expect(types).toEqual([]);
  expect(places).toEqual(CANVAS_FORMAT);
});

/** A canvas is drawn in the format that the page's canvases are fastest in, which only the browser's WebGPU can say. */
const CANVAS_FORMAT = ["gpu/look/canvas.ts: navigator"];

/** The folders of src, from the ground up: a folder imports from those before it, and none from one after it. */
const FLOORS = [
  "check",
  "format",
  "generated",
  "wgsl",
  "random",
  "ops",
  "plan",
  "draw",
  "tables",
  "stages",
  "own-ops",
  "mixers",
  "policy",
  "peers",
  "sample",
  "analysis",
  "targets",
  "reference",
  "lower",
  "source",
  "gpu",
  "interop",
];

/** The one import that may climb: with an op comes how it is lowered, and so it stays away where there is none. */
const BRINGS = "stages/brings.ts: lower/ops.ts";

/** Imports that climb: `plan/plan.ts: draw/keys.ts`. */
function climbing(all: readonly { path: string; imports: readonly string[] }[]): string[] {
  const floorOf = (path: string) =>
    path.includes("/") ? FLOORS.indexOf(path.slice(0, path.indexOf("/"))) : FLOORS.length;
  return all.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith("."))
      .map((name) => resolveImport(path, name))
      .filter((target) => floorOf(target) > floorOf(path))
      .map((target) => `${path}: ${target}`),
  );
}

test("imports between folders only go down one list", () => {
  const folders = new Set(
    modules.filter(({ path }) => path.includes("/")).map(({ path }) => path.slice(0, path.indexOf("/"))),
  );
  expect([...folders].sort()).toEqual([...FLOORS].sort());
  expect(climbing(modules)).toEqual([BRINGS]);
  const up = [{ path: "plan/plan.ts", imports: ["../draw/keys.ts", "../check/errors.ts", "./join.ts"] }];
  expect(climbing(up)).toEqual(["plan/plan.ts: draw/keys.ts"]);
});

/**
 * Files that import each other in a circle, type imports among them: `a.ts → b.ts → a.ts`, one circle for each group of
 * files.
 */
function circles(all: readonly { path: string; imports: readonly string[] }[]): string[] {
  const importsOfPath = new Map(
    all.map(({ path, imports }) => [path, imports.map((name) => resolveImport(path, name))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) found.push([...above.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const next of importsOfPath.get(path) ?? []) visit(next, [...above, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
}

test("no file imports itself on the way round, by its types either", () => {
  expect(circles(modules)).toEqual([]);
  const ring = [
    { path: "a.ts", imports: ["./stages/b.ts", "./stages/d.ts"] },
    { path: "stages/b.ts", imports: ["./c.ts"] },
    { path: "stages/c.ts", imports: importsOf('import type { A } from "./b.ts";') },
    { path: "stages/d.ts", imports: ["./b.ts"] },
  ];
  expect(circles(ring)).toEqual(["stages/b.ts → stages/c.ts → stages/b.ts"]);
});

test("src itself holds the public surface, and what checks for it", () => {
  expect(modules.map(({ path }) => path).filter((path) => !path.includes("/"))).toEqual([
    "accuracy.ts",
    "all.ts",
    "checked-plan.ts",
    "index.ts",
    "ops.ts",
  ]);
});

test("only index.ts reaches into src/gpu from outside (I3)", () => {
  const outside = modules.filter(({ path }) => !namesGpu(path) && path !== "index.ts");
  const culprits = outside.flatMap(({ path, imports }) =>
    imports.filter((name) => namesGpu(resolveImport(path, name))).map((name) => `${path}: ${name}`),
  );
  expect(culprits).toEqual([]);
});

/** What comes into src/gpu from outside without its door for adapters. */
const roundTheDoor = (all: readonly { path: string; imports: readonly string[] }[]) =>
  all
    .filter(({ path }) => isAdapter(path))
    .flatMap(({ path, imports }) => imports.map((name) => ({ path, target: resolveImport(path, name) })))
    .filter(({ target }) => target.startsWith("gpu/") && target !== DOOR)
    .map(({ path, target }) => `${path}: ${target}`);

const DOOR = "gpu/adapter.ts";

test("adapters come into src/gpu by one door, which only they use", () => {
  expect(roundTheDoor(modules)).toEqual([]);
  const users = modules.filter(({ path, imports }) => imports.some((name) => resolveImport(path, name) === DOOR));
  expect(users.length).toBeGreaterThan(0);
  expect(users.map(({ path }) => path).filter((path) => !isAdapter(path))).toEqual([]);
  const round = [{ path: "interop/tfjs/feed.ts", imports: ["../../gpu/adapter.ts", "../../gpu/engine.ts"] }];
  expect(roundTheDoor(round)).toEqual(["interop/tfjs/feed.ts: gpu/engine.ts"]);
});

test("nothing draws randomness, or reads a clock, outside the keyed streams (I1)", () => {
  const culprits = modules.flatMap(({ path, code }) =>
    matches(path, code, /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b|\bDate\b|\bperformance\b/g),
  );
  // How fast a load goes is told, and used for nothing.
  expect([...new Set(culprits)]).toEqual(["source/rate.ts: performance"]);
});

test("buffers are written in one place, which writes nothing where there is nothing to write", () => {
  const writers = modules.filter(({ code }) => /\bwriteBuffer\b/.test(code)).map(({ path }) => path);
  expect(writers).toEqual(["gpu/write-bytes.ts"]);
});

test("draws are made by samplePlan, epochOrder, split and what they are made of, and nowhere else (I1)", () => {
  // Clips whose frames have noise of their own fold the frame's number into what was drawn.
  const draws = /^index\.ts$|^plan\/clips\.ts$|^(draw|mixers|ops|peers|policy|random|sample|stages)\//;
  const drawing = modules.filter(({ path, imports }) =>
    imports.some((name) => resolveImport(path, name).startsWith("random/")),
  );
  expect(drawing.map(({ path }) => path)).toContain("sample/partners.ts");
  expect(drawing.map(({ path }) => path).filter((path) => !draws.test(path))).toEqual([]);
});

test("the engine imports nothing but itself, and an adapter its own peers besides: no runtime dependency", () => {
  const culprits = modules.flatMap(({ path, imports }) => {
    const allowed = PEERS[adapterOf(path) ?? ""] ?? [];
    return imports.filter((name) => !name.startsWith(".") && !allowed.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(culprits).toEqual([]);
  const adapting = new Set(modules.filter(({ path }) => isAdapter(path)).map(({ path }) => adapterOf(path)));
  expect([...adapting].filter(Boolean).sort()).toEqual(Object.keys(PEERS).sort());
});

test("adapters lean on the engine, and neither it nor they on an adapter (I3)", () => {
  const culprits = modules.flatMap(({ path, imports }) =>
    imports
      .map((name) => resolveImport(path, name))
      .filter(
        (target) => isAdapter(target) && !(isAdapter(path) && [adapterOf(path), undefined].includes(adapterOf(target))),
      )
      .map((target) => `${path}: ${target}`),
  );
  expect(culprits).toEqual([]);
});

test.each(["index.ts", DOOR])("%s is re-exports only", (door) => {
  const index = modules.find(({ path }) => path === door);
  const statements = index?.code.split(";").map((statement) => statement.trim()) ?? [];
  expect(statements.filter((statement) => statement !== "" && !/^export\s[^=]*\sfrom\s*""$/.test(statement))).toEqual(
    [],
  );
});

test("the reader of source text above sees code, and neither comments nor strings", () => {
  const text =
    'const a: GPUDevice = f("GPUBuffer \\" //"); // GPUTexture\n/* GPUQueue */ const b = `GPUSampler`; import type { C } from "./c.ts";';
  expect(matches("x.ts", codeOf(text), /\bGPU\w+/g)).toEqual(["x.ts: GPUDevice"]);
  expect(importsOf(`${text} export * from "../d.ts"; await import("e"); import "f"; // import "g"`)).toEqual([
    "./c.ts",
    "../d.ts",
    "e",
    "f",
  ]);
  expect(resolveImport("mixers/one-of.ts", "../gpu/engine.ts")).toBe("gpu/engine.ts");
});

function codeOf(text: string): string {
  return text.replace(COMMENT_OR_STRING, (found) => (found.startsWith("/") ? " " : '""'));
}

function importsOf(text: string): string[] {
  const code = text.replace(COMMENT_OR_STRING, (found) => (found.startsWith("/") ? " " : found));
  const statement = /(?:^|;)\s*(?:import|export)\s(?:[^"=();]*\sfrom\s)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...code.matchAll(statement)].map((found) => found[1] ?? found[2]!);
}

const matches = (path: string, code: string, pattern: RegExp) =>
  [...code.matchAll(pattern)].map((found) => `${path}: ${found[0]}`);

/** The imported module's path below src. */
const resolveImport = (from: string, name: string) =>
  name.startsWith(".") ? posix.join(posix.dirname(from), name) : name;
