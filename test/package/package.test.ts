/** The package as a user gets it: packed, installed into an empty project, imported by plain Node, and compiled against. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "mixwell-package-"));
const installed = join(project, "node_modules/mixwell");

beforeAll(() => {
  npm(root, ["pack", "--pack-destination", project]);
  const { version } = readJson(join(root, "package.json"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "a-user", private: true, type: "module" }));
  npm(project, ["install", "--offline", "--no-audit", "--no-fund", `./mixwell-${version}.tgz`]);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("it has no dependency", () => {
  const manifest = readJson(join(installed, "package.json"));
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependencies).toBeUndefined();
  expect(manifest.optionalDependencies).toBeUndefined();
});

test("plain Node imports it, and it exports what exports.txt lists", async () => {
  const names = node(["--input-type=module", "--eval", 'console.log(Object.keys(await import("mixwell")).sort().join("\\n"))']);
  await expect(names).toMatchFileSnapshot("exports.txt");
});

test("every entry point's WGSL can be imported by itself", () => {
  const { name } = (readJson(join(root, "shaders/permutations.json")) as { name: string }[])[0]!;
  const path = node(["--input-type=module", "--eval", `console.log(import.meta.resolve("mixwell/shaders/${name}.wgsl"))`]);
  expect(readFileSync(fileURLToPath(path.trim()), "utf8")).toContain("@compute");
});

test("its types compile in a strict project that checks its libraries too", () => {
  writeFileSync(
    join(project, "user.ts"),
    'import * as mixwell from "mixwell";\nexport const error: Error = new mixwell.MixwellError("typed");\n',
  );
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--types", ""];
  expect(node([join(root, "node_modules/typescript/bin/tsc"), ...options, "user.ts"])).toBe("");
});

const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

const node = (args: string[]) => run(project, process.execPath, args);

/** npm says where it lives when it runs us; without it (an editor's test runner) the shell finds it. */
function npm(folder: string, args: string[]): string {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? run(folder, process.execPath, [cli, ...args]) : run(folder, "npm", args, process.platform === "win32");
}

function run(folder: string, program: string, args: string[], shell = false): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
