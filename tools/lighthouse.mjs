// @ts-check
// `npm run docs:lighthouse`: Lighthouse's scores for pages of the demo and of the site, in the Chromium of the tests.
// Lighthouse brings two hundred packages, so it is fetched from the registry when this runs, and is no dependency.
// Performance is what this machine makes of it and is only shown; the rest fails below what stands here.
// `-- --only speed.html,docs/start` takes some.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gpuArgs } from "./chromium.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const VERSION = "12.8.2";
const PAGES = ["index.html", "policy.html", "docs/", "docs/start", "docs/policies", "docs/ops/rotate"];
const API = ["docs/api/", "docs/api/mixwell/functions/createEngine"];

/** Least scores, of 100. */
const LEAST = { performance: 0, accessibility: 100, "best-practices": 95, seo: 100 };
const CATEGORIES = /** @type {(keyof typeof LEAST)[]} */ (Object.keys(LEAST));

await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  setUpDependencies();
  const chromium = setUpChromium();
  const port = await freePort();
  const server = spawn(process.execPath, [join(ROOT, "tools/preview.mjs"), "--port", `${port}`, "--strictPort"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const folder = mkdtempSync(join(tmpdir(), "mixwell-lighthouse-"));
  try {
    const origin = `http://localhost:${port}/`;
    await answers(`${origin}docs/`, server);
    let failed = 0;
    for (const page of values.only?.split(",") ?? [...PAGES, ...API]) {
      const report = scoresOf(`${origin}${page}`, chromium, join(folder, "report.json"));
      const low = CATEGORIES.filter((name) => report.scores[name] < LEAST[name]);
      failed += low.length > 0 ? 1 : 0;
      console.log(`${page}: ${CATEGORIES.map((name) => `${name} ${report.scores[name]}`).join(", ")}`);
      for (const line of report.faults) console.log(`  ${line}`);
    }
    console.log(failed === 0 ? "All are as they should be." : `${failed} pages score less than they should.`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "localhost", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}

/** Until the site is built and served. @param {string} url @param {import("node:child_process").ChildProcess} server */
async function answers(url, server) {
  while (server.exitCode === null) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((next) => setTimeout(next, 500));
  }
  throw new SetupError("The server of the demo ended before it answered.");
}

/**
 * @param {string} url
 * @param {string} chromium
 * @param {string} file for the report
 */
function scoresOf(url, chromium, file) {
  // Chromium runs as root only without its sandbox.
  const flags = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...gpuArgs()].join(" ");
  const command = ["exec", "--yes", `--package=lighthouse@${VERSION}`, "--", "lighthouse", url, "--quiet"];
  const how = [`--only-categories=${CATEGORIES}`, "--output=json", `--output-path=${file}`, `--chrome-flags=${flags}`];
  const env = { ...process.env, CHROME_PATH: chromium };
  const { status, stderr } = spawnSync("npm", [...command, ...how], { cwd: tmpdir(), env, encoding: "utf8" });
  if (status !== 0) throw new SetupError(`lighthouse ${url}: ${stderr}`);
  const { categories, audits } = JSON.parse(readFileSync(file, "utf8"));
  /** What costs points, but for what is measured. @type {string[]} */
  const faults = CATEGORIES.filter((name) => name !== "performance").flatMap((name) =>
    categories[name].auditRefs
      .map((/** @type {{ id: string, weight: number }} */ { id, weight }) => ({ ...audits[id], weight }))
      .filter((/** @type {any} */ { score, weight }) => score !== null && score < 1 && weight > 0)
      .map((/** @type {any} */ { id, title }) => `${name}: ${id}: ${title}`),
  );
  const scores = /** @type {Record<keyof typeof LEAST, number>} */ (
    Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * categories[name].score)]))
  );
  return { scores, faults };
}
