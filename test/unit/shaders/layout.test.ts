import { transformWithOxc } from "vite";
import { describe, expect, test } from "vitest";
import { openKernel } from "../../../src/wgsl/open.ts";
import { emitKernelFiles } from "../../../tools/shaders/emit.mjs";
import { emitConstants, emitLayouts } from "../../../tools/shaders/layouts.mjs";
import { reflectShader } from "../../../tools/shaders/reflect.mjs";

const main = "@compute @workgroup_size(8, 4)\nfn main() {\n  let x = chunk;\n}\n";
const filled = (bytes: number): DataView<ArrayBuffer> => new DataView(new Uint8Array(bytes).fill(0xff).buffer);
const shader = (declarations: string): string => `${declarations}\n${main}`;

/**
 * A struct with every case of the layout rules: vec3 and what may follow it, a tail to pad, an inner struct, arrays of
 * three kinds.
 */
const everything = shader(`const PAIRS = 2u;

/// One row.
struct Row {
  own: u32, // which picture
  lambda: f32,
  bounds: vec4i,
}

struct Everything {
  first: u32,
  key: vec2u,
  /// By channel.
  mean: vec3f,
  after_vec3: i32,
  row: Row,
  _padding: vec2f,
  rows: array<Row, 3>,
  scale: array<vec4f, PAIRS>,
  last: f32,
}

@group(0) @binding(0) var<uniform> chunk: Everything;
@group(1) @binding(3) var<storage, read> rows: array<Row>;
@group(1) @binding(4) var<storage, read_write> words: array<vec2u>;
`);

describe("a reflected struct", () => {
  const { structs } = reflectShader("everything", everything);
  const [row, all] = structs;

  test("is listed after the structs it is made of", () => {
    expect(structs.map(({ name }) => name)).toEqual(["Row", "Everything"]);
  });

  // Computed by hand from the table "Alignment and size" of the WGSL specification.
  test("has the offsets of the specification", () => {
    expect(row?.size).toBe(32);
    expect(row?.fields.map(({ name, offset }) => [name, offset])).toEqual([
      ["own", 0],
      ["lambda", 4],
      ["bounds", 16],
    ]);
    expect(all?.size).toBe(224);
    expect(all?.fields.map(({ name, offset, type }) => [name, offset, type])).toEqual([
      ["first", 0, "u32"],
      ["key", 8, "vec2u"],
      ["mean", 16, "vec3f"],
      ["after_vec3", 28, "i32"],
      ["row", 32, "Row"],
      ["rows", 80, "Row"],
      ["scale", 176, "vec4f"],
      ["last", 208, "f32"],
    ]);
    expect(all?.fields.filter(({ count }) => count).map(({ name, stride, count }) => [name, stride, count])).toEqual([
      ["rows", 32, 3],
      ["scale", 16, 2],
    ]);
  });

  test("carries its author's comments", () => {
    expect(row?.comment).toEqual(["One row."]);
    expect(row?.fields[0]?.comment).toBe("which picture");
    expect(all?.fields[2]?.comment).toBe("By channel.");
  });
});

describe("the emitted module", async () => {
  const typescript = emitLayouts([{ name: "everything", ...reflectShader("everything", everything) }]);
  const constants = emitConstants({ "everything.wgsl": everything });
  const { "src/generated/kernels.ts": kernels = "", "src/generated/wgsl.ts": texts } = emitKernelFiles(
    [{ name: "everything", entry: "all.wgsl", wgsl: everything }],
    [{ name: "everything", ...reflectShader("everything", everything) }],
    [],
    [],
    { entries: [], opNames: [] },
  );
  const { code } = await transformWithOxc(
    typescript + constants + texts + kernels.replace(/import \{[^}]*\} from .*/, ""),
    "layouts.ts",
  );
  const layouts = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

  test("writes every byte where the specification has it, and no other", () => {
    const row = (n: number) => ({ own: n, lambda: n + 0.5, bounds: [-n, n + 1, n + 2, n + 3] });
    const view = filled(16 + layouts.EVERYTHING_SIZE);
    layouts.writeEverything(view, 16, {
      first: 1,
      key: [2, 3],
      mean: [4.5, 5.5, 6.5],
      afterVec3: -7,
      row: row(10),
      last: 8.5,
    });
    for (let i = 0; i < layouts.EVERYTHING_ROWS_COUNT; i++) layouts.writeEverythingRows(view, 16, i, row(20 + 10 * i));
    layouts.writeEverythingScale(view, 16, 1, [50.5, 51.5, 52.5, 53.5]);

    const expected = filled(16 + 224);
    const words = (at: number, ...values: number[]) => {
      for (const [i, value] of values.entries()) expected.setInt32(16 + at + 4 * i, value, true);
    };
    const floats = (at: number, ...values: number[]) => {
      for (const [i, value] of values.entries()) expected.setFloat32(16 + at + 4 * i, value, true);
    };
    words(0, 1);
    words(8, 2, 3);
    floats(16, 4.5, 5.5, 6.5);
    words(28, -7);
    for (const [at, n] of [
      [32, 10],
      [80, 20],
      [112, 30],
      [144, 40],
    ] as const) {
      words(at, n);
      floats(at + 4, n + 0.5);
      words(at + 16, -n, n + 1, n + 2, n + 3);
    }
    floats(192, 50.5, 51.5, 52.5, 53.5);
    floats(208, 8.5);
    expect(new Int32Array(view.buffer)).toEqual(new Int32Array(expected.buffer));
  });

  test("has constants for offsets, strides and counts", () => {
    expect(layouts).toMatchObject({
      ROW_SIZE: 32,
      EVERYTHING_SIZE: 224,
      EVERYTHING_AFTER_VEC3_OFFSET: 28,
      EVERYTHING_ROWS_OFFSET: 80,
      EVERYTHING_ROWS_STRIDE: 32,
      EVERYTHING_ROWS_COUNT: 3,
      everything: { PAIRS: 2 },
    });
  });

  test("has the bindings by camelCase name", () => {
    expect(openKernel(layouts.allKernels.everything)).toMatchObject({
      declarations: [
        "@compute",
        "@group(0)",
        "struct Everything",
        "struct Row",
        "const PAIRS",
        "@group(1)",
        "@group(1)",
      ].map((start) => expect.stringContaining(start)),
      switches: [],
      entryPoint: "main",
      workgroupSize: [8, 4, 1],
      workgroupBytes: 0,
      bindings: {
        chunk: {
          name: "chunk",
          group: 0,
          binding: 0,
          kind: "uniform",
          hasDynamicOffset: true,
          minBindingSize: 224,
          type: "Everything",
        },
        rows: {
          name: "rows",
          group: 1,
          binding: 3,
          kind: "read-only-storage",
          hasDynamicOffset: false,
          minBindingSize: 32,
          type: "array<Row>",
        },
        words: {
          name: "words",
          group: 1,
          binding: 4,
          kind: "storage",
          hasDynamicOffset: false,
          minBindingSize: 8,
          type: "array<vec2u>",
        },
      },
      overrides: {},
      features: [],
    });
  });
});

describe("the rest of what is reflected", () => {
  test("overrides with their types and defaults, and features", () => {
    const { overrides, features } = reflectShader(
      "s",
      `enable f16;\noverride A: u32 = 0x1fu;\noverride B: f32 = -1.5e2;\noverride C: bool = true;\noverride D: bool = false;\noverride E: i32;\n@id(7) override F: f16 = 2h;\n${main.replace("let x = chunk;", "")}`,
    );
    expect(overrides).toEqual([
      { name: "A", type: "u32", default: 31 },
      { name: "B", type: "f32", default: -150 },
      { name: "C", type: "bool", default: true },
      { name: "D", type: "bool", default: false },
      { name: "E", type: "i32" },
      { name: "F", type: "f16", default: 2 },
    ]);
    expect(features).toEqual(["shader-f16"]);
  });

  test("a workgroup size written as constants and overrides", () => {
    const wgsl =
      "const HALF = LANES / 2u; // below\nconst LANES = 64u;\noverride ROWS: u32 = 4u;\n@compute @workgroup_size(HALF, ROWS)\nfn main() {}\n";
    expect(reflectShader("s", wgsl).workgroupSize).toEqual([32, 4, 1]);
  });

  test("workgroup memory, each variable rounded up to 16 bytes", () => {
    const variables =
      "const N = 5u;\nvar<workgroup> a: array<u32, N>;\nvar<workgroup> b: array<vec3f, 2>;\nvar<workgroup> c: atomic<u32>;";
    const wgsl = `${variables}\n@compute @workgroup_size(8)\nfn main() {}\n`;
    expect(reflectShader("s", wgsl).workgroupBytes).toBe(32 + 32 + 16);
  });

  test("an array length made of constants that stand below it", () => {
    const declarations =
      "struct Chunk { slots: array<vec4u, SLOTS> }\n@group(0) @binding(0) var<uniform> chunk: Chunk;";
    const { structs } = reflectShader(
      "s",
      `${shader(declarations)}const SLOTS = ROWS * PER_ROW;\nconst ROWS = 5u;\nconst PER_ROW: u32 = 3u;\n`,
    );
    expect(structs[0]).toMatchObject({ size: 240, fields: [{ name: "slots", stride: 16, count: 15 }] });
  });

  test("a storage struct that ends in a runtime-sized array counts one element", () => {
    const { bindings } = reflectShader(
      "s",
      shader(
        "struct Rows { count: u32, rows: array<vec4f> }\n@group(0) @binding(0) var<uniform> chunk: vec4u;\n@group(0) @binding(1) var<storage, read> all: Rows;",
      ),
    );
    expect(bindings[1]).toMatchObject({ name: "all", minBindingSize: 32 });
  });
});

describe("what core WGSL or the default limits do not allow is refused", () => {
  const uniform = (members: string): string =>
    shader(
      `struct Inner { a: u32, b: u32 }\nstruct Chunk { ${members} }\n@group(0) @binding(0) var<uniform> chunk: Chunk;`,
    );
  const cases: [string, string, string][] = [
    [
      "a narrow array stride",
      uniform("a: array<u32, 4>"),
      "s: Chunk.a has elements of 4 bytes; in a uniform, an array's stride is a multiple of 16",
    ],
    [
      "a misaligned array",
      uniform("a: u32, b: array<vec2u, 4>"),
      "s: Chunk.b is at byte 8; in a uniform, structs and arrays start at multiples of 16",
    ],
    [
      "a misaligned struct",
      uniform("a: u32, b: Inner"),
      "s: Chunk.b is at byte 4; in a uniform, structs and arrays start at multiples of 16",
    ],
    [
      "a member inside a struct's padding",
      uniform("a: Inner, b: u32"),
      "s: Chunk.b is at byte 8; in a uniform, what follows struct Chunk.a starts at 16",
    ],
    [
      "a narrow top-level array",
      shader("@group(0) @binding(0) var<uniform> chunk: array<vec2u, 4>;"),
      "s: chunk has elements of 8 bytes",
    ],
    ["more than 64 KiB", uniform("a: array<vec4u, 4097>"), "s: chunk takes 65552 bytes, the default limit is 65536"],
    [
      "f16 from the host",
      uniform("a: vec2<f16>").replace(/^/, "enable f16;\n"),
      "s: Chunk.a: expected u32, i32, f32, a vector of these",
    ],
    [
      "a chunk that is no uniform",
      shader("@group(0) @binding(0) var<storage, read> chunk: array<u32>;"),
      "s: chunk: expected a uniform, found read-only-storage",
    ],
    [
      "a texture",
      shader("@group(0) @binding(0) var chunk: texture_2d<f32>;"),
      "s: chunk: expected a uniform or storage buffer",
    ],
    [
      "two entry points",
      `${main.replace("chunk", "1")}${main.replace("main", "again").replace("chunk", "1")}`,
      "s: expected one @compute entry point, found main, again",
    ],
    [
      "too many invocations",
      "@compute @workgroup_size(32, 16)\nfn main() {}\n",
      "s: 512 invocations in a workgroup, the default limit is 256",
    ],
    [
      "nine storage buffers",
      shader(
        Array.from(
          { length: 9 },
          (_, i) => `@group(0) @binding(${i}) var<storage, read> ${i === 0 ? "a" : `b${i}`}: array<u32>;`,
        ).join("\n"),
      ).replace("chunk", "a[0]"),
      "s: 9 storage buffers, the default limit is 8",
    ],
    [
      "workgroup memory of a size nobody can tell",
      "var<workgroup> a: array<u32, N>;\noverride N: u32 = 4u;\n@compute @workgroup_size(8)\nfn main() {}\n",
      "s: a: expected workgroup memory of a known size, found array<u32, N>",
    ],
    [
      "a workgroup size nobody can tell",
      "const A = array(8u, 4u)[0];\n@compute @workgroup_size(A)\nfn main() {}\n",
      "s: @workgroup_size: expected numbers, constants or overrides with a default, found A",
    ],
    [
      "a workgroup size left to the host",
      "override A: u32;\n@compute @workgroup_size(8, A)\nfn main() {}\n",
      "s: @workgroup_size: expected numbers, constants or overrides with a default, found A",
    ],
    ["an override without a type", `override A = 1u;\n${main.replace("chunk", "A")}`, "s: override A: write its type"],
    [
      "an override with a computed default",
      `override A: u32 = 1u + 2u;\n${main.replace("chunk", "A")}`,
      "s: override A: expected a literal default, found 1u + 2u",
    ],
    ["what wgsl_reflect cannot read", "fn fn fn", "s: wgsl_reflect cannot read the linked text"],
  ];
  test.each(cases)("%s", (_, wgsl, message) => {
    expect(() => reflectShader("s", wgsl)).toThrow(message);
  });

  test("the same struct made to fit is accepted", () => {
    expect(() =>
      reflectShader("s", uniform("a: u32, @align(16) b: Inner, @align(16) c: u32, @align(16) d: array<vec4u, 4>")),
    ).not.toThrow();
  });

  test("one name with two layouts or two values", () => {
    const first = reflectShader("first", uniform("a: u32"));
    expect(() =>
      emitLayouts([
        { name: "first", ...first },
        { name: "second", ...reflectShader("second", uniform("a: f32")) },
      ]),
    ).toThrow("struct Chunk is laid out differently in first and second");
    expect(() => emitConstants({ "jpeg.wgsl": "const N = 1u;\n", "lib/jpeg.wgsl": "const N = 2u;\n" })).toThrow(
      "shaders/lib/jpeg.wgsl: const N stands in another file of this name too",
    );
  });
});
