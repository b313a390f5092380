/** The command line of `npm run experiment`, as far as it gets without training. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function experiment(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/experiment.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

test("--help says what it does and names every option", () => {
  const { status, output } = experiment("--help");
  expect(status).toBe(0);
  for (const option of ["--data", "--epochs", "--seeds", "--out", "--trainer", "--again", "--quick"])
    expect(output).toContain(option);
});

test.each([
  [["--epochs", "0"], '--epochs: expected an integer of at least 1, found "0"'],
  [["--seeds", "some"], '--seeds: expected an integer of at least 1, found "some"'],
  [["--trainer", "tpu"], '--trainer: expected "gpu" or "cpu", found "tpu"'],
  [["--epoch", "3"], "Unknown option '--epoch'"],
])("%j is refused", (args, message) => {
  const { status, output } = experiment(...args);
  expect(status).not.toBe(0);
  expect(output).toContain(message);
});

test("a folder without pictures is named, and how to get some", () => {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-experiment-"));
  const { status, output } = experiment("--data", folder);
  rmSync(folder, { recursive: true });
  expect(status).not.toBe(0);
  expect(output).toContain("--data: expected a folder with train-images-idx3-ubyte.gz, found none");
  expect(output).toContain("npm run data -- fashion-mnist");
});
