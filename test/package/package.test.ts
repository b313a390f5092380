/**
 * The package as a user gets it: packed, installed into an empty project, imported by plain Node, and compiled against.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBlocks } from "../../tools/docs-blocks.mjs";
import { ADAPTERS } from "../../tools/entries.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "mixwell-package-"));
const installed = join(project, "node_modules/mixwell");
const tarball = () => join(project, `mixwell-${readJson(join(root, "package.json")).version}.tgz`);

beforeAll(() => {
  // As `prepack` does, build.ts has built it; npm would do so again.
  expect(readJson(join(root, "package.json")).scripts.prepack).toBe("npm run build");
  npm(root, ["pack", "--ignore-scripts", "--pack-destination", project]);
  const { version } = readJson(join(root, "package.json"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "a-user", private: true, type: "module" }));
  npm(project, ["install", "--offline", "--no-audit", "--no-fund", `./mixwell-${version}.tgz`]);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("it has no dependency; the libraries that it has adapters for are the user's choice", () => {
  const manifest = readJson(join(installed, "package.json"));
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.optionalDependencies).toBeUndefined();
  expect(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["mixwell"]);
});

test("plain Node imports it, and it exports what exports.txt lists", async () => {
  const names = node([
    "--input-type=module",
    "--eval",
    'console.log(Object.keys(await import("mixwell")).sort().join("\\n"))',
  ]);
  await expect(names).toMatchFileSnapshot("exports.txt");
});

test("mixwell/ops is the same as ops", () => {
  const program =
    'import { ops } from "mixwell"; import * as own from "mixwell/ops"; console.log(JSON.stringify([own, ops].map(Object.keys)), own.solarize === ops.solarize)';
  const [, names, others, same] = /^\[(.*\]),(.*)\] (.*)\n$/.exec(node(["--input-type=module", "--eval", program]))!;
  expect([names, same]).toEqual([others, "true"]);
  expect(names).toContain('"solarize"');
});

/** What the pages link to and the package does not have: it is in the repository. */
const REPOSITORY_ONLY =
  /^(?:ARCHITECTURE\.md|DECISIONS\.md|CONTRIBUTING\.md|examples\b.*|docs\/images\/ops\/\w+\.png)$/;

test("the README's links and pictures are in it, and so are the pages that these lead to", () => {
  const pages = ["README.md", ...readdirSync(join(installed, "docs")).map((name) => `docs/${name}`)].filter((name) =>
    name.endsWith(".md"),
  );
  const lost: string[] = [];
  for (const page of pages) {
    for (const [, link] of readFileSync(join(installed, page), "utf8").matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)) {
      if (/^https?:/.test(link!)) continue;
      const target = posix.join(posix.dirname(page), link!);
      if (!existsSync(join(installed, target)) && (page === "README.md" || !REPOSITORY_ONLY.test(target)))
        lost.push(`${page}: ${link}`);
    }
  }
  expect(lost).toEqual([]);
  expect(pages.length).toBeGreaterThan(10);
  // Control: what is said to be in the repository only, is.
  expect(existsSync(join(installed, "examples"))).toBe(false);
});

describe("an adapter", () => {
  const names = (entry: string) => `console.log(Object.keys(await import("${entry}")).sort().join("\\n"))`;

  test.each(ADAPTERS.filter((name) => name !== "node"))("without its library names it: mixwell/%s", (name) => {
    const program = `await import("mixwell/${name}").catch(({ code, message }) => console.log(code, message))`;
    expect(node(["--input-type=module", "--eval", program])).toMatch(
      /^ERR_MODULE_NOT_FOUND .*'(@tensorflow|@jax-js|onnxruntime-web)/,
    );
  });

  test("for Node loads without Dawn, and says what to install when it is used, with an error of the engine's", () => {
    const program =
      'import { NoWebGpuError } from "mixwell"; import { createNodeDevice } from "mixwell/node";' +
      "await createNodeDevice().catch((error) => console.log(error instanceof NoWebGpuError, error.message))";
    expect(node(["--input-type=module", "--eval", program])).toMatch(/^true .*npm install webgpu/);
  });

  test.each(ADAPTERS)("with its library exports what is listed, with types: mixwell/%s", async (name) => {
    linkPeers();
    await expect(node(["--input-type=module", "--eval", names(`mixwell/${name}`)])).toMatchFileSnapshot(
      `exports-${name}.txt`,
    );
    writeFileSync(
      join(project, `${name}.ts`),
      `import * as adapter from "mixwell/${name}";\nexport const typed: object = adapter;\n`,
    );
    // The libraries' own types are not ours to check.
    expect(node([...tsc, "--skipLibCheck", "--noImplicitAny", `${name}.ts`])).toBe("");
  });
});

test("a bundler keeps a bare import of mixwell/tfjs, which is how a program that only loads models gets the layer", async () => {
  const file = join(project, "loads-models.js");
  writeFileSync(file, 'import "mixwell/tfjs";\n');
  const result = await build({
    root: project,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: file, formats: ["es"] },
      rolldownOptions: { external: /^@tensorflow/ },
    },
  });
  const built = result as unknown as { output: { code?: string }[] }[];
  expect(built.flatMap(({ output }) => output.map(({ code }) => code)).join()).toContain("MixwellAugment");
});

test("every entry point's WGSL can be imported by itself", () => {
  const { name } = (readJson(join(root, "shaders/permutations.json")) as { name: string }[])[0]!;
  const path = node([
    "--input-type=module",
    "--eval",
    `console.log(import.meta.resolve("mixwell/shaders/${name}.wgsl"))`,
  ]);
  expect(readFileSync(fileURLToPath(path.trim()), "utf8")).toContain("@compute");
});

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("every entry point has the types of what is loaded, however an ES module may look for them", async () => {
  const { problems, entrypoints } = (await checkPackage(
    createPackageFromTarballData(readFileSync(tarball())),
  )) as Exclude<Awaited<ReturnType<typeof checkPackage>>, { types: false }>;
  const looked = (problem: object) => ("resolutionKind" in problem ? problem.resolutionKind : undefined);
  // CommonJS can load it with `import()` alone, and the oldest way to look for modules knows no `exports`.
  const others = problems.filter((problem) => !["node10", "node16-cjs"].includes(looked(problem) as string));
  expect(others).toEqual([]);
  expect(Object.keys(entrypoints)).toEqual(
    expect.arrayContaining([".", "./all", "./ops", ...ADAPTERS.map((name) => `./${name}`)]),
  );
  // Control: it does find something, which is the first of the two.
  expect(problems.map(({ kind }) => kind)).toContain("CJSResolvesToESM");
});

test("one file has all of it, for pages without a bundler", () => {
  const file = pathToFileURL(join(installed, "dist/mixwell.min.js")).href;
  const program =
    `import * as one from "${file}"; import * as all from "mixwell";` +
    'const policy = JSON.parse(\'[{"kind":"op","op":"solarize","threshold":128},{"kind":"mixup","alpha":1}]\');' +
    "const plan = one.samplePlan({ policy, seed: 1, ids: [0, 1], height: 2, width: 2 });" +
    "console.log(Object.keys(one).sort().join() === Object.keys(all).sort().join(), plan.sources[0].ops[0].op)";
  expect(node(["--input-type=module", "--eval", program])).toBe("true solarize\n");
  for (const name of ["unpkg", "jsdelivr"])
    expect(readJson(join(installed, "package.json"))[name]).toBe("./dist/mixwell.min.js");
  // Its sources are in the maps of the modules already.
  expect(existsSync(join(installed, "dist/mixwell.min.js.map"))).toBe(false);
});

test("the README's first program compiles in it, and a wrong one does not", () => {
  const { code } = readBlocks().find(({ name }) => name === "README.md#ten-lines")!;
  writeFileSync(join(project, "ten-lines.ts"), code);
  writeFileSync(join(project, "wrong.ts"), code.replace("layers: 2", "layerz: 2"));
  for (const resolution of [[], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
    expect(node([...tsc, ...resolution, "ten-lines.ts"])).toBe("");
    expect(() => node([...tsc, ...resolution, "wrong.ts"])).toThrow("layerz");
  }
});

test("its types compile in a strict project that checks its libraries too", () => {
  writeFileSync(
    join(project, "user.ts"),
    'import * as mixwell from "mixwell";\nexport const error: Error = new mixwell.MixwellError("typed");\n',
  );
  expect(node([...tsc, "user.ts"])).toBe("");
});

const options = [
  "--noEmit",
  "--strict",
  "--module",
  "nodenext",
  "--target",
  "es2023",
  "--lib",
  "es2023,dom,dom.iterable",
  "--types",
  "",
];
const tsc = [join(root, "node_modules/typescript/bin/tsc"), ...options];

/** Puts the peers beside the installed package, as if the user had them: the ones that the tests run with. */
function linkPeers(): void {
  for (const peer of Object.keys(readJson(join(root, "package.json")).peerDependencies)) link(peer);
}

function link(library: string): void {
  const link = join(project, "node_modules", library);
  if (existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  // A junction, because Windows asks for a privilege for other links to folders.
  symlinkSync(join(root, "node_modules", library), link, "junction");
}

const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

const node = (args: string[]) => run(project, process.execPath, args);

/** npm says where it lives when it runs us; without it (an editor's test runner) the shell finds it. */
function npm(folder: string, args: string[]): string {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js")
    ? run(folder, process.execPath, [cli, ...args])
    : run(folder, "npm", args, process.platform === "win32");
}

function run(folder: string, program: string, args: string[], shell = false): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
