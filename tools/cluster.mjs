// @ts-check
// `npm run test:cluster`: the command on a real Slurm, a node of which is killed in the middle; and killed fifty times
// by itself. It is not part of `npm test`: it needs root and Slurm's packages, starts daemons, and takes minutes, as
// Slurm waits before it takes a node for dead.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dawnEnvironment } from "./chromium.mjs";
import { kill, NODES, pause, run, startSlurm, stopSlurm } from "./cluster/slurm.mjs";
import { runNode, runTool } from "./run.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";

const PICTURES = 2000;
const VARIANTS = 2;
const SHARDS = 16;
const TASKS = 8;
const PROGRAM = join(ROOT, "cli/dist/mixwell.js");
const SHARED = join(ROOT, "../shared/data/cifar10-subset/test_batch.bin.gz");

await runMain(async () => {
  setUpDependencies();
  const env = dawnEnvironment(setUpChromium());
  if ((await runNode("cli/build.mjs", [])) !== 0) throw new Error("the command does not build");
  const folder = mkdtempSync(join(tmpdir(), "mixwell-cluster-"));
  let failed = true;
  try {
    failed = !(await onSlurm(folder, env));
  } catch (error) {
    console.error(error);
  } finally {
    stopSlurm(folder);
    // Daemons still write as they end.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
  const isShort = process.argv.includes("--no-kills");
  const kills = isShort
    ? 0
    : await runTool("vitest", ["run", "--project", "cli", "test/cli/killed"], { ...env, MIXWELL_KILLS: "50" });
  console.log(
    `${failed ? "Slurm: failed" : "Slurm: passed"}, kills: ${isShort ? "not tried" : kills === 0 ? "passed" : "failed"}`,
  );
  process.exitCode = failed || kills !== 0 ? 1 : 0;
});

/**
 * @param {string} folder
 * @param {Record<string, string>} dawn
 */
async function onSlurm(folder, dawn) {
  const images = existsSync(SHARED) ? SHARED : writePictures(join(folder, "pictures.bin"));
  const policy = ["--policy", "timm:rand-m9-mstd0.5-inc1", "--policy", "cutmix"];
  const args = (/** @type {string} */ out) => [
    "augment",
    images,
    join(folder, out),
    ...policy,
    "--shards",
    `${SHARDS}`,
    "--variants",
    `${VARIANTS}`,
    "--format",
    "png",
  ];
  console.log(`One process makes ${PICTURES * VARIANTS} pictures in ${SHARDS} shards ...`);
  const start = performance.now();
  run(process.execPath, [PROGRAM, ...args("one"), "--shard", "all"], dawn);
  console.log(`  ${Math.round((performance.now() - start) / 1000)} s`);

  const env = startSlurm(folder);
  mkdirSync(join(folder, "log"), { recursive: true });
  const script = join(folder, "task.sh");
  const pids = `echo $$ >'${folder}'/log/task-$SLURM_ARRAY_TASK_ID.pid; echo $PPID >'${folder}'/log/step-$SLURM_ARRAY_TASK_ID.pid`;
  const words = [process.execPath, PROGRAM, ...args("array")].map((word) => `'${word}'`).join(" ");
  writeFileSync(
    script,
    `#!/bin/bash\necho "task $SLURM_ARRAY_TASK_ID on $SLURMD_NODENAME, restart \${SLURM_RESTART_COUNT:-0}"\n${pids}\nexec ${words}\n`,
  );
  const job = run(
    "sbatch",
    [
      "--parsable",
      `--array=0-${TASKS - 1}`,
      "--requeue",
      "--open-mode=append",
      `--output=${folder}/log/task-%a.log`,
      script,
    ],
    { ...env, ...dawn },
  );
  console.log(`Slurm: job ${job}, an array of ${TASKS} on ${NODES} nodes`);

  // In the middle: a shard of the victim's is whole, and it is at work on another one.
  const victim = waitFor("a task that has made a shard on node1", () => taskOn("node1", folder));
  const before = wholeShards(folder);
  killNode(folder, victim);
  console.log(`Killed node1, its daemon and task ${victim}, when ${before} of ${SHARDS} shards were whole`);
  const leftovers = readdirSync(join(folder, "array")).filter((name) => name.includes(".part-"));
  waitFor("Slurm to requeue the task", () => /restart [1-9]/.test(logOf(folder, victim)) || undefined, 300);
  console.log(
    `  ${logOf(folder, victim)
      .match(/task \d+ on \w+, restart [1-9]/g)
      ?.at(-1)}`,
  );
  waitFor("the end of the array", () => run("squeue", ["-h"], env) === "" || undefined, 300);

  const [one, array] = [hashes(join(folder, "one")), hashes(join(folder, "array"))];
  const isSame = JSON.stringify(one) === JSON.stringify(array);
  const shards = Object.keys(array).filter((name) => name.endsWith(".tar")).length;
  console.log(
    `${shards} shards and ${Object.keys(array).length - shards} other files, ${leftovers.length} leftovers at the kill: ${isSame ? "the same bytes" : "OTHER BYTES"}`,
  );
  if (!isSame)
    for (const name of Object.keys({ ...one, ...array }))
      if (one[name] !== array[name]) console.log(`  ${name}: ${one[name]}, ${array[name]}`);
  return isSame && shards === SHARDS;
}

/**
 * @template T
 * @param {string} what
 * @param {() => T | undefined} look
 * @param {number} [seconds]
 * @returns {T}
 */
function waitFor(what, look, seconds = 120) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    pause(50);
  }
}

/**
 * @param {string} folder
 * @param {number} task
 */
function logOf(folder, task) {
  const file = join(folder, `log/task-${task}.log`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/**
 * The task that a node runs, once it has made one of its two shards.
 * @param {string} node
 * @param {string} folder
 */
function taskOn(node, folder) {
  for (let task = 0; task < TASKS; task++) {
    const log = logOf(folder, task);
    if (log.includes(` on ${node},`) && (log.match(/"shard":/g) ?? []).length === 1) return task;
  }
  return undefined;
}

/** @param {string} folder */
function wholeShards(folder) {
  return readdirSync(join(folder, "array")).filter((name) => name.endsWith(".tar")).length;
}

/**
 * The daemon first, or it would report the end of its step; then the step, then the task.
 * @param {string} folder
 * @param {number} task
 */
function killNode(folder, task) {
  kill(join(folder, "slurmd.node1.pid"), "SIGKILL");
  for (const name of ["step", "task"]) kill(join(folder, `log/${name}-${task}.pid`), "SIGKILL");
}

/**
 * Every file by its path, as a hash of its bytes.
 * @param {string} folder
 */
function hashes(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  /** @param {string} path */
  const hash = (path) =>
    createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  return /** @type {Record<string, string>} */ (Object.fromEntries(files.map((path) => [path, hash(path)])));
}

/**
 * CIFAR's format, pictures of noise.
 * @param {string} file
 */
function writePictures(file) {
  const bytes = Buffer.alloc(PICTURES * 3073);
  for (let i = 0, state = 1; i < bytes.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = i % 3073 === 0 ? (i / 3073) % 10 : state >>> 24;
  }
  writeFileSync(file, bytes);
  return file;
}
