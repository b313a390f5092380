/**
 * What own ops have in common with built-in ones: their part of the kernels, what they do to targets, how they are
 * said.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { defineOp, explain, type OpCall, samplePlan } from "mixwell";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/check/errors.ts";
import * as opShaders from "../../src/generated/op-shaders.ts";
import { imageOps } from "../../src/ops/index.ts";
import { FIRST_OWN_ID } from "../../src/own-ops/define-op.ts";
import { ownShader } from "../../src/own-ops/own-shader.ts";
import { movesOf } from "../../src/targets/moves.ts";
import { shaders } from "../../src/wgsl/complete.ts";
import { dim, lean, speckle } from "../own-ops.ts";

const root = fileURLToPath(new URL("../../shaders/ops", import.meta.url));
const camel = (snake: string) => snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Built-in ops by their own files, read as an application's. Those that call what the library has not are refused. */
const read = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".wgsl"))
  .flatMap((path) => {
    const name = camel(posix.basename(path.replaceAll("\\", "/"), ".wgsl"));
    const wgsl = readFileSync(posix.join(root, path), "utf8").replace(/^import .*$/gm, "");
    const { kind } = imageOps[name as keyof typeof imageOps];
    try {
      return [{ name, own: ownShader(name, kind, wgsl, 0).shader }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [];
    }
  });

/** A case's statement without what tells own ops from others. */
const plain = (statement: string, op: string) =>
  statement
    .replace(new RegExp(`ownread_${op}_(\\w+)`), (_, struct: string) => `read_${snakeOf(struct)}`)
    .replaceAll(`own_${op}_`, "")
    // A function for both is written out twice in a built-in op, and an own op has it as it stands.
    .replace(/^return (\w+)_(?:u8|f32)\(/, "return $1(");
const snakeOf = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

describe("a built-in op's file, read as an own op, has its cases", () => {
  test("there are ops of most kinds among them", () => {
    const kinds = read.map(({ name }) => imageOps[name as keyof typeof imageOps].kind);
    expect(read.length).toBeGreaterThan(10);
    expect(kinds).toEqual(expect.arrayContaining(["color", "mask", "tone", "stencil", "warp"]));
  });

  test.each(read)("$name", ({ name, own }) => {
    const builtIn = (opShaders as Record<string, opShaders.OpShader>)[`${name}Shader`]!;
    expect(own.kernels).toEqual(builtIn.kernels);
    for (const precision of ["u8", "f32"] as const) {
      const statements = (shader: opShaders.OpShader) =>
        Object.fromEntries(
          Object.entries(shader.cases[precision]).map(([one, [statement]]) => [one, plain(statement, name)]),
        );
      expect(statements(own)).toEqual(statements(builtIn));
      expect(own.words[precision].length).toBe(builtIn.words[precision].length);
      const words = Uint32Array.from({ length: own.words[precision].length }, (_, i) => 0x3f800000 + i);
      expect(own.words[precision].decode(words)).toEqual(builtIn.words[precision].decode(words));
    }
  });
});

test("no built-in op has a number of an own one, and no kernel a name of theirs", () => {
  const ids = Object.values(opShaders).map(({ id }) => id);
  expect(Math.max(...ids)).toBeLessThan(FIRST_OWN_ID);
  for (const text of Object.values(shaders)) expect(text).not.toMatch(/\bown(?:read)?_/);
});

describe("what belongs to a picture", () => {
  const size = { height: 8, width: 12 };
  const moves = (call: OpCall) => movesOf([call], size, { copies: "ignore", byCall: false }, () => "ops");
  const covers = defineOp({
    name: "covers",
    kind: "mask",
    args: { to: { type: "integer", min: 1, max: 99, unit: "pixels" } },
    wgsl: "fn covers(v: Pixel) -> Pixel { return v; }",
    hidden: ({ to }, { height }) => ({ box: [0, 0, to, height] }),
  });
  const swaps = defineOp({
    name: "swaps",
    kind: "stencil",
    args: { right: { type: "boolean", default: true, unit: "yes or no" } },
    wgsl: "fn swaps(at: At) -> Pixel { return fetch(i32(at.x), i32(at.y)); }",
    tiles: ({ right }, { height, width }) =>
      right
        ? [
            { from: [0, 0, width / 2, height], by: [width / 2, 0] },
            { from: [width / 2, 0, width, height], by: [-width / 2, 0] },
          ]
        : ("none" as never),
  });
  const halved = defineOp({
    name: "halved",
    kind: "warp",
    wgsl: "fn halved_place(at: At) -> Place { let p = pixel_centre(at); return Place(p.x / 2, p.y, true); }",
    placeAt: () => (x, y) => [x / 2, y],
  });

  test("is hidden, moved in parts, by a matrix, or by a function of places", () => {
    expect(moves(covers.opCall({ to: 3 }))).toMatchObject([{ kind: "hide", hidden: { box: [0, 0, 3, 8] } }]);
    expect(moves(swaps.opCall())).toMatchObject([{ kind: "tiles", tiles: [{ by: [6, 0] }, { by: [-6, 0] }] }]);
    expect(moves(lean.opCall({ by: 0.5 }))).toMatchObject([{ kind: "warp" }]);
    const [field] = moves(halved.opCall());
    expect(field?.kind === "field" && field.place(7, 3)).toEqual([3.5, 3]);
    expect(moves(dim.opCall())).toEqual([]);
  });

  test("and an op that says it wrongly is told where", () => {
    expect(() => moves(swaps.opCall({ right: false }))).toThrow(
      'ops[0].tiles: expected a list of { from: [x0, y0, x1, y1], by: [x, y] }, found "none"',
    );
  });
});

test("explain says an op by its own words, or by its name and numbers", () => {
  defineOp({
    name: "worded",
    kind: "color",
    args: { by: { type: "number", unit: "degrees" } },
    wgsl: "fn worded(v: Pixel) -> Pixel { return v; }",
    said: "turned in colour by {by}",
  });
  const policy = [{ kind: "op", op: "worded", by: 12 }, speckle({ amount: 3 })] as never;
  const plan = samplePlan({ policy, seed: 1, ids: [4], height: 4, width: 4 });
  expect(explain(plan, 0)).toBe("sample 4: turned in colour by 12°, speckle level 3");
});
