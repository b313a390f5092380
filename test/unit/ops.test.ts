/**
 * Invariant I5: an op lives under one name: one file, one line in the registry, and for image ops that compute pixels
 * one shader. The tests go through the registry and the folders, so a new op is tested by being there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import * as mixwell from "mixwell";
import { createOps, givenMask, ops } from "mixwell";
import { describe, expect, test } from "vitest";
import { MIXER_KINDS, mixOps } from "../../src/mixers/all.ts";
import { checkArg, checkCall } from "../../src/ops/check-call.ts";
import { imageOps } from "../../src/ops/index.ts";
import { type WarpRead, warpWords, writeWarp } from "../../src/ops/lib/warp-words.ts";
import type { ImageOp, MatrixOp } from "../../src/ops/op.ts";
import { encodeCall, wordsOfCall } from "../../src/ops/words.ts";
import { examplesOf } from "../../tools/ops-docs/examples.ts";
import { listOps } from "../../tools/shaders/dispatch.mjs";

const files = import.meta.glob<Record<string, unknown>>(["../../src/ops/*/*.ts", "../../src/mixers/*.ts"], {
  eager: true,
});
const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
const fileOf = (folder: string, name: string) => files[`../../src/${folder}/${kebab(name)}.ts`];

function warpWordsOf(read: WarpRead, precision: "u8" | "f32"): Uint32Array {
  const words = new Uint32Array(warpWords.length);
  writeWarp(read, precision, words, 0);
  return words;
}

/** What the package exports. */
const exported: Readonly<Record<string, unknown>> = { ...mixwell };
/** What a constructor cannot do without. */
const REQUIRED: Record<string, unknown[]> = {
  maskmix: [[givenMask(Uint8Array.of(7), 1, 1)]],
  augMix: [[ops.invert()]],
};

test.each(MIXER_KINDS)("%s: its file, its op and its constructor have its name, and the package exports it", (kind) => {
  const file = fileOf("mixers", kind);
  expect(file?.[`${kind}Op`]).toBe(mixOps[kind]);
  const make = exported[kind] as (...given: unknown[]) => object;
  expect(file?.[kind]).toBe(make);
  expect(make(...(REQUIRED[kind] ?? []))).toMatchObject({ kind });
});

test("no op is missing in the registries", () => {
  const registered = [...Object.values<unknown>(mixOps), ...Object.values<unknown>(imageOps)];
  const found = Object.entries(files).flatMap(([path, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      name.endsWith("Op") && typeof value === "object" ? [{ path, value }] : [],
    ),
  );
  expect(found.length).toBe(registered.length);
  expect(found.filter(({ value }) => !registered.includes(value)).map(({ path }) => path)).toEqual([]);
});

const root = fileURLToPath(new URL("../../shaders", import.meta.url));
const sources = Object.fromEntries(
  readdirSync(posix.join(root, "ops"), { recursive: true, encoding: "utf8" })
    .map((path) => `ops/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".wgsl"))
    .map((path) => [path, readFileSync(posix.join(root, path), "utf8")]),
);
const shaders = listOps(sources);
const shaderOf = (name: string) => shaders.find((shader) => shader.name === snake(name));
const snake = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const all: [string, ImageOp][] = Object.entries(imageOps);
const isMatrix = (op: ImageOp): op is MatrixOp => op.kind === "warp" && !op.place;

describe.each(all)("%s", (name, op) => {
  test("its file, its op, its stage and its function have its name", () => {
    expect(op.name).toBe(name);
    expect(fileOf(`ops/${op.kind}`, name)?.[`${name}Op`]).toBe(op);
    expect(Object.hasOwn(ops, name)).toBe(true);
  });

  test("its shader has its name and does what its kind does, and a warp with a matrix has none", () => {
    if (isMatrix(op)) {
      expect(shaderOf(name)).toBeUndefined();
      expect(op.shader.id).toBe(0);
      return;
    }
    const pipelines = op.kind === "warp" ? [] : op.floatsOnly ? ["f32"] : ["u8", "f32"];
    const has = (kinds: readonly ImageOp["kind"][]) => (kinds.includes(op.kind) ? pipelines : []);
    expect(shaderOf(name)).toMatchObject({
      name: snake(name),
      module: `ops::${op.kind}::${snake(name)}`,
      id: op.shader.id,
      color: has(["color", "mask", "tone"]),
      stencil: op.kind === "tile" && !op.show ? [] : has(["stencil", "tile"]),
      tile: has(["tile"]),
      table: op.kind === "tone",
      place: op.kind === "warp",
    });
  });

  test("it says what it does to targets, and how", () => {
    const possible: Record<ImageOp["kind"], readonly string[]> = {
      color: ["nothing"],
      mask: ["hides", "nothing"],
      tone: ["nothing"],
      stencil: ["moves", "nothing"],
      tile: ["nothing"],
      warp: ["moves"],
    };
    expect(possible[op.kind]).toContain(op.target);
    expect("hidden" in op).toBe(op.target === "hides");
    expect("tiles" in op).toBe(op.target === "moves" && op.kind === "stencil");
  });

  test("it says what it does, and each argument its unit; defaults and neutral values are legal", () => {
    expect(op.about).toMatch(/^.{20,}\.$/s);
    for (const [argument, arg] of Object.entries(op.args)) {
      expect([argument, arg.unit, arg.about]).toEqual([
        argument,
        expect.stringMatching(/./),
        expect.stringMatching(/\.$/),
      ]);
      for (const value of [arg.default, arg.identity]) {
        if (value !== undefined && value !== null) expect(() => checkArg(value, arg, argument)).not.toThrow();
      }
    }
  });

  test("the calls it has for galleries are legal, and their words fit the shader's", () => {
    const context = { height: 24, width: 32, channels: 3, table: () => 0 };
    for (const example of examplesOf(op, context)) {
      const { args } = checkCall({ op: name, ...example }, name);
      const words = (op.floatsOnly ? (["f32"] as const) : (["u8", "f32"] as const)).map((precision) =>
        isMatrix(op)
          ? warpWordsOf({ warp: op.warp(args, context), input: context, output: context }, precision)
          : wordsOfCall(op, encodeCall(op, args, context, precision), precision),
      );
      for (const list of words) {
        expect(list.length).toBeLessThanOrEqual(isMatrix(op) ? 16 : 8);
      }
    }
  });
});

test("every shader belongs to an op, and the kernels' numbers are theirs", () => {
  const withShader = all.filter(([, op]) => !isMatrix(op));
  expect(shaders.map(({ name }) => name)).toEqual(withShader.map(([name]) => snake(name)).sort());
  expect(withShader.map(([, op]) => op.shader.id).sort((a, b) => a - b)).toEqual(shaders.map(({ id }) => id));
});

test("the functions of createOps are the registry", () => {
  // Nothing is made on a device before an op is called.
  const device = { createComputePipeline() {}, createBuffer() {}, limits: {}, queue: {}, lost: new Promise(() => {}) };
  const { apply: _apply, destroy: _destroy, ...functions } = createOps(device as never);
  expect(Object.keys(functions)).toEqual(Object.keys(imageOps));
});
