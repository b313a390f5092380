/** What `npm test` leaves out is there and runs elsewhere, and every command that names a suite names one. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { LEFT_OUT, SHORTENED, wholeFilesOf } from "../../../tools/left-out.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), "utf8");
/** Paths of the files in a folder of the project, and below. */
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path).replaceAll("\\", "/"),
  );

const refusalOf = (...args: string[]) =>
  spawnSync(process.execPath, ["tools/test.mjs", ...args], { cwd: root, encoding: "utf8" });

/** What `--only` takes, as the refusal of another word lists it. */
const suites = /expected one of (.*), found "nothing"/.exec(refusalOf("--only", "nothing").stderr)![1]!.split(", ");

test("what is left out or shortened is there", () => {
  const files = [...Object.values(LEFT_OUT).flat(), ...SHORTENED];
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const whole = suites.flatMap(wholeFilesOf);
  expect(files.filter((file) => !whole.includes(file))).toEqual([]);
});

test("a test that is shorter in `npm test` is one of those that `npm run test:whole` runs", () => {
  const asks = /= inject\("sweeps"\)|\binject\("sweeps"\) ===|\/divided\.ts"/;
  const asking = filesIn("test").filter((path) => path.endsWith(".test.ts") && asks.test(textOf(path)));
  expect(asking.length).toBeGreaterThan(15);
  const whole = suites.flatMap(wholeFilesOf);
  expect(asking.filter((path) => !whole.includes(path))).toEqual([]);
});

test("a run that would run nothing is a failure", () => {
  const { stderr, status } = refusalOf("--whole", "--only", "types", "--only", "lint");
  expect(stderr.trim()).toBe("--whole: `npm test` leaves nothing out of types, lint.");
  expect(status).toBe(1);
});

test("every suite that a workflow or the guide for contributors names is one", () => {
  const named = [...filesIn(".github/workflows"), "CONTRIBUTING.md"].flatMap((path) =>
    [...textOf(path).matchAll(/--only ([a-z-]+)/g)].map(([, name]) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ name }) => !suites.includes(name!))).toEqual([]);
});
