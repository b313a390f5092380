/**
 * Killed at random moments and started again, the command makes the bytes that it makes undisturbed. Here it is killed
 * a few times, as each costs a start of Node and Dawn; `npm run test:cluster` does so fifty times.
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { EXTERNAL } from "../../cli/external.mjs";
import { bundleForNode } from "../../tools/bundle.mjs";
import { type Generator, generator } from "../random.ts";
import { filesIn, idxFiles, made, newFolder } from "./help.ts";

const KILLS = Number(process.env.MIXWELL_KILLS ?? 4);
const SHARDS = 40;
/** Beside the built one, so that what it imports is found. */
const program = fileURLToPath(new URL("../../cli/dist/test/mixwell.js", import.meta.url));

beforeAll(() => bundleForNode("cli/src/bin.ts", program, EXTERNAL));

/** Runs it, and kills it some time after it began, or after it has made a shard. Gives how many it made. */
function runAndKill(args: readonly string[], random: Generator): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  let shards = 0;
  const kill = () => void child.kill("SIGKILL");
  if (random.next() < 0.3) setTimeout(kill, 2000 * random.next());
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (shards === 0) setTimeout(kill, 60 * random.next());
    shards += text.split("\n").length - 1;
  });
  return new Promise((resolve) => child.on("close", () => resolve(shards)));
}

test("several processes make what one makes", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 60);
  const args = (out: string) => ["augment", images, join(folder, out), "--policy", "cutmix", "--shards", "5"];
  await made(args("one"));
  const started = spawnSync(process.execPath, [program, ...args("three"), "--jobs", "3"], { encoding: "utf8" });
  expect([started.status, started.stdout.trim().split("\n").length]).toEqual([0, 5]);
  expect(filesIn(join(folder, "three"))).toEqual(filesIn(join(folder, "one")));
  const wrong = spawnSync(process.execPath, [program, ...args("one"), "--seed=1", "--jobs=2"], { encoding: "utf8" });
  expect([wrong.status, wrong.stderr]).toEqual([4, expect.stringContaining("2 of 2 processes did not end well")]);
});

test(`killed ${KILLS} times`, { timeout: 60_000 + 20_000 * KILLS }, async () => {
  const folder = newFolder();
  const random = generator(15);
  const images = idxFiles(folder, 1200);
  const policy = ["--policy", "flipX", "--policy", "cutmix", "--format", "png", "--shards", `${SHARDS}`];
  const out = join(folder, "killed");
  let leftovers = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await runAndKill(["augment", images, out, ...policy], random);
    const names = readdirSync(folder).includes("killed") ? readdirSync(out, { recursive: true, encoding: "utf8" }) : [];
    leftovers += names.filter((name) => name.includes(".part-")).length;
    // Some shards are lost again, so that there is always something to do: the file, what speaks of it, or both.
    for (const name of names.filter((name) => /^shard-\d+\.tar$/.test(name) && random.next() < 0.3)) {
      if (random.next() < 0.7) rmSync(join(out, name));
      if (random.next() < 0.7) rmSync(join(out, "manifest", `${name}.json`), { force: true });
    }
  }
  await made(["augment", images, out, ...policy]);
  await made(["augment", images, join(folder, "undisturbed"), ...policy]);
  expect(filesIn(out)).toEqual(filesIn(join(folder, "undisturbed")));
  const { out: inspected } = await made(["inspect", out, "--verify"]);
  expect(JSON.parse(inspected[0]!)).toMatchObject({
    whole: SHARDS,
    pictures: 1200,
    leftovers: [],
    missing: [],
    wrong: [],
  });
  // Control: some of the kills came while something was written.
  if (KILLS > 20) expect(leftovers).toBeGreaterThan(0);
  console.log(`${KILLS} kills, ${leftovers} leftovers on the way`);
});
