/**
 * Decoding workers in an application as people build it: by every bundler without a word of configuration, by none from
 * another origin, and where a page forbids them.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright/test";
import { build as buildWithVite } from "vite";
import { expect, test } from "../demo/fixtures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mixwell-workers-"));
const entry = join(folder, "application.js");
/** The package, built, as it lies with a user. */
const installed = join(folder, "node_modules/mixwell");

/** Loads three pictures by workers and without, and says whether the bytes are equal and which workers answered. */
const application = (from: string) => `
import { createEngine, Dataset } from "${from}";
const answered = [];
const Real = Worker;
globalThis.Worker = class extends Real {
  constructor(url, options) {
    super(url, options);
    this.addEventListener("message", () => answered.push(String(url).split(":")[0]));
  }
};
const pictures = await Promise.all([1, 2, 3].map(async (seed) => {
  const canvas = new OffscreenCanvas(90, 80);
  const data = Uint8ClampedArray.from({ length: 90 * 80 * 4 }, (_, i) => (i % 4 === 3 ? 255 : i * seed * 37));
  canvas.getContext("2d").putImageData(new ImageData(data, 90, 80), 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}));
const device = await (await navigator.gpu.requestAdapter()).requestDevice();
const engine = await createEngine(device, { policy: [], output: { format: "u8" } });
const bytesOf = async (workers) => {
  const dataset = await Dataset.fromImages(device, pictures, { height: 32, width: 32, workers });
  const { images } = await engine.read(engine.run({ dataset, indices: [0, 1, 2] }, { epoch: 0 }));
  return images.join();
};
const [there, here] = [await bytesOf(2), await bytesOf(0)];
globalThis.found = { isEqual: there === here, isBlack: /^[0,]*$/.test(here), answered: new Set(answered).size, kinds: [...new Set(answered)] };
`;

type Bundler = (out: string) => Promise<string>;

/** Each writes what it makes of the application to a folder, and says which file a page loads. */
const BUNDLERS: Record<string, Bundler> = {
  async esbuild(out) {
    const { build } = await import("esbuild");
    await build({ entryPoints: [entry], outdir: out, bundle: true, splitting: true, format: "esm", target: "es2022" });
    return "application.js";
  },
  async "esbuild, one file"(out) {
    const { build } = await import("esbuild");
    await build({ entryPoints: [entry], outfile: join(out, "one.js"), bundle: true, minify: true, format: "esm" });
    return "one.js";
  },
  async vite(out) {
    writeFileSync(join(folder, "index.html"), '<script type="module" src="./application.js"></script>');
    await buildWithVite({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {
        outDir: out,
        target: "es2022",
        rolldownOptions: { input: entry, output: { entryFileNames: "main.js" } },
      },
    });
    return "main.js";
  },
  async rollup(out) {
    const { rollup } = await import("rollup");
    const resolveId = (id: string) => (id === "mixwell" ? join(installed, "dist/index.js") : null);
    const bundle = await rollup({ input: entry, plugins: [{ name: "package", resolveId }] });
    await bundle.write({ dir: out, format: "es" });
    return "application.js";
  },
  async webpack(out) {
    const { default: webpack } = await import("webpack");
    const output = { path: out, filename: "main.js", publicPath: "auto" };
    await new Promise((done, fail) => {
      webpack({ mode: "production", entry, output, performance: false }, (error, stats) =>
        error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString())) : done(stats),
      );
    });
    return "main.js";
  },
};

/** Serves a folder to everybody. */
async function serve(path: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    const script = searchParams.get("script");
    if (script !== null) {
      const policy = searchParams.get("policy");
      if (policy) response.setHeader("content-security-policy", policy);
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><title>workers</title><script type="module" src="${script}"></script>`);
      return;
    }
    try {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("content-type", extname(pathname) === ".js" ? "text/javascript" : "application/octet-stream");
      response.end(readFileSync(join(path, pathname)));
    } catch {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

interface Found {
  isEqual: boolean;
  isBlack: boolean;
  kinds: string[];
}

const servers: Server[] = [];

test.beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(root, "package.json"), join(installed, "package.json"));
  const outDir = join(installed, "dist");
  await buildWithVite({ root, logLevel: "silent", build: { outDir, emptyOutDir: true, sourcemap: false } });
  writeFileSync(entry, application("mixwell"));
});

test.afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the application found in a page. */
async function run(page: Page, path: string, script: string, policy = ""): Promise<Found> {
  const { url, server } = await serve(path);
  servers.push(server);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto(`${url}/?script=${encodeURIComponent(script)}&policy=${encodeURIComponent(policy)}`);
  await page.waitForFunction(() => "found" in globalThis || undefined).catch(() => {});
  expect(errors).toEqual([]);
  return page.evaluate(() => (globalThis as unknown as { found: Found }).found);
}

const BY_WORKERS = { isEqual: true, isBlack: false, kinds: ["blob"] };

/** Those that are quick to bundle. */
const QUICK = ["esbuild", "esbuild, one file", "vite"];

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  const tag = QUICK.includes(name) ? [] : "@whole";
  test(`${name}: its workers decode, to the bytes of the page`, { tag }, async ({ page }) => {
    const out = join(folder, `out-${name.replace(/\W/g, "")}`);
    mkdirSync(out);
    expect(await run(page, out, await bundle(out))).toMatchObject(BY_WORKERS);
  });
}

test("no bundler, and the package on another origin: its workers decode, to the bytes of the page", async ({
  page,
}) => {
  const { url, server } = await serve(join(installed, "dist"));
  servers.push(server);
  const out = join(folder, "out-none");
  mkdirSync(out);
  writeFileSync(join(out, "application.js"), application(`${url}/index.js`));
  expect(await run(page, out, "application.js")).toMatchObject(BY_WORKERS);
});

test("a page whose policy forbids workers decodes by itself, to the same bytes", async ({ page, complaints }) => {
  const out = join(folder, "out-forbidden");
  mkdirSync(out);
  const script = await BUNDLERS.esbuild!(out);
  expect(await run(page, out, script, "worker-src 'none'")).toMatchObject({ ...BY_WORKERS, kinds: [] });
  // The browser says so itself.
  expect(complaints.join()).toContain("worker-src");
  complaints.length = 0;
});

test("and one whose policy wants files gets the package's own, as vite makes it", async ({ page }) => {
  const makeWorker =
    'makeWorker: () => new Worker(new URL("mixwell/decode-worker", import.meta.url), { type: "module" })';
  writeFileSync(entry, application("mixwell").replace("width: 32, workers", `width: 32, workers, ${makeWorker}`));
  const out = join(folder, "out-file");
  const script = await BUNDLERS.vite!(out);
  writeFileSync(entry, application("mixwell"));
  expect(await run(page, out, script, "worker-src 'self'")).toMatchObject({ ...BY_WORKERS, kinds: ["http"] });
});
