/**
 * Every block of code in README.md and docs/ is a complete module: the compiler takes it as it stands, and a test runs
 * it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { blocksIn, PAGES, readBlocks, runnable } from "../../tools/docs-blocks.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const blocks = readBlocks();

/** What a user of the package has, and a strict compiler. */
const COMPILER = {
  target: "ES2023",
  module: "ESNext",
  moduleResolution: "bundler",
  moduleDetection: "force",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: ["@webgpu/types"],
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  paths: { mixwell: [join(root, "src/index.ts")], "mixwell/*": [join(root, "src/interop/*.ts")] },
};

/**
 * Compiles each text as a file of its own.
 * @returns what the compiler says, by the file's number, and how many symbols it made for that
 */
function compile(texts: string[]): { errors: Map<number, string[]>; symbols: number } {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-docs-"));
  try {
    // A junction, because Windows asks for a privilege for other links to folders.
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const files = texts.map((_, i) => `${i}.ts`);
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, files[i]!), text);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER, files }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const asked = ["--pretty", "false", "--singleThreaded", "--extendedDiagnostics"];
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, ...asked], {
      cwd: folder,
      encoding: "utf8",
    });
    const errors = new Map<number, string[]>();
    const counted = /^[A-Z][\w ]+: +([\d.]+)[Ks]?$/;
    const lines = (stdout + stderr).split("\n").filter(Boolean);
    for (const line of lines.filter((line) => !counted.test(line))) {
      const [, file, words] = /^(\d+)\.ts(\(.*)$/.exec(line) ?? ["", "-1", line];
      errors.set(Number(file), [...(errors.get(Number(file)) ?? []), words!]);
    }
    const symbols = lines.find((line) => line.startsWith("Symbols:"));
    return { errors, symbols: Number(counted.exec(symbols ?? "")?.[1]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some eighty programs of one compiler: what takes longest here. */
const COMPILE_TIME = 600_000;

test(
  "every block compiles by itself, and the compiler refuses one that is wrong",
  () => {
    const wrong = 'import { mixup } from "mixwell";\n\nconst policy: string = mixup();\n';
    const { errors, symbols } = compile([...blocks.map(({ code }) => code), wrong, "const unknown = engine;\n"]);
    const named = [...errors].map(([i, words]) => [blocks[i]?.name ?? i - blocks.length, words] as const);
    expect(named.filter(([name]) => typeof name === "string" || name < 0)).toEqual([]);
    expect(named.map(([name]) => name).sort()).toEqual([0, 1]);
    // An editor makes them too. They were 1.4 million where one type compared every op with every other.
    expect(symbols).toBeGreaterThan(100_000);
    expect(symbols).toBeLessThan(600_000);
  },
  COMPILE_TIME,
);

/** The names of blocks that a test file runs. */
const runIn = (text: string) => [...text.matchAll(/runBlock(?:<[\s\S]*?>)?\(\s*"([^"]+)"/g)].map(([, name]) => name!);

test("every block is run by a test", () => {
  const files = ["unit", "gpu", "interop", "interop-node"].flatMap((folder) =>
    readdirSync(join(root, "test", folder))
      .filter((name) => name.endsWith(".test.ts") && name !== "docs-code.test.ts")
      .map((name) => `test/${folder}/${name}`),
  );
  const run = new Set(files.flatMap((file) => runIn(read(file))));
  expect(blocks.map(({ name }) => name).filter((name) => !run.has(name))).toEqual([]);
  expect([...run].filter((name) => !blocks.some((block) => block.name === name))).toEqual([]);
});

test("a block imports what it uses, and uses what it imports", () => {
  for (const { name, code } of blocks) {
    const [head, body] = [code.match(/^import [^;]*;/gm)?.join("") ?? "", code.replace(/^import [^;]*;/gm, "")];
    const imported = [...head.matchAll(/(?:import |[{,]\s*)(?:type )?(\w+)(?=\s*[,}]| from)/g)].map(
      ([, word]) => word!,
    );
    expect(imported.length, name).toBeGreaterThan(0);
    expect(
      imported.filter((word) => !new RegExp(`\\b${word}\\b`).test(body)),
      name,
    ).toEqual([]);
  }
});

test("code in the pages is TypeScript, or a command", () => {
  for (const page of PAGES) {
    const opened = read(page)
      .split("\n")
      .filter((line) => line.startsWith("```") && line !== "```");
    expect([page, opened.filter((line) => line !== "```ts")]).toEqual([page, []]);
  }
  expect(blocks.length).toBeGreaterThan(20);
});

test("no other document has code of its own", () => {
  for (const name of ["ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"])
    expect(read(name)).not.toContain("```");
});

test("the searches above find what they look for", () => {
  const text = "# A b, c\n\n```ts\none;\n```\n\n```ts\ntwo;\n```\n\n## `d(e)`\n\n```ts\nthree;\n```\n";
  expect(blocksIn("p.md", text)).toEqual([
    { name: "p.md#a-b-c", code: "one;\n" },
    { name: "p.md#a-b-c-2", code: "two;\n" },
    { name: "p.md#de", code: "three;\n" },
  ]);
  expect(runIn('await runBlock<{ a: { b(): C } }>(\n  "p.md#a", {}) + runBlock("p.md#b")')).toEqual([
    "p.md#a",
    "p.md#b",
  ]);
  const code =
    'import {\n  a,\n} from "b";\n\ndeclare const c: C; // yours\ndeclare function d(): void;\n\nconst e = a(c);\nconst { f, g } = d();\n';
  expect(runnable(code)).toBe(
    'import {\n  a,\n} from "b";\nexport default async ({ c, d }) => {\n\n\nconst e = a(c);\nconst { f, g } = d();\nreturn { e, f, g };\n};\n',
  );
});
