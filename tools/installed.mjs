// @ts-check
// `npm run test:installed`: packs the package, installs it from its tarball into a fresh project for each bundler,
// runtime and compiler, and lets each run the README's ten lines, on pictures of its own. It fetches those from the
// registry, so it is no part of `npm test`; the release is held to it. `-- --only vite,deno` takes some.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { dawnEnvironment, gpuArgs } from "./chromium.mjs";
import { readBlocks, runnable } from "./docs-blocks.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";

/** What each project is given beside the package, and how it runs. @type {Record<string, { needs: string[], run(project: Project): void | Promise<void> }>} */
const PROJECTS = {
  node: { needs: ["webgpu@0.6.2"], run: (project) => inNode(project, [process.execPath, "dawn.js"]) },
  bun: {
    needs: ["webgpu@0.6.2", "bun@1.4.5"],
    run: (project) => inNode(project, ["node_modules/.bin/bun", "run", "dawn.js"]),
  },
  deno: {
    needs: ["deno@2.9.6"],
    // Its own WebGPU, and SwiftShader by way of Vulkan.
    run: (project) => inNode(project, ["node_modules/.bin/deno", "run", "-A", "--unstable-webgpu", "own.js"]),
  },
  vite: { needs: ["vite@8.3.8"], run: (project) => inBrowser(project, ["node_modules/.bin/vite", "build"]) },
  webpack: {
    needs: ["webpack@5.113.0", "webpack-cli@6.0.1"],
    run: (project) =>
      inBrowser(project, ["node_modules/.bin/webpack", "--mode", "production", "--entry", "./page.js", "-o", "dist"]),
  },
  "one file": { needs: [], run: (project) => inBrowser(project, undefined) },
  "typescript 5.7": { needs: ["typescript@5.7.3", "@webgpu/types@0.1.74"], run: compiled },
  "typescript 5.9": { needs: ["typescript@5.9.3", "@webgpu/types@0.1.74"], run: compiled },
  "typescript 6.0": { needs: ["typescript@6.0.3"], run: compiled },
  "typescript 7.0": { needs: ["typescript@7.0.2"], run: compiled },
};

/** @typedef {{ folder: string, needs: string[], chromium: string }} Project */

/** The ten lines as a function of what they leave to the reader. */
const TEN_LINES = /** @type {{ code: string }} */ (readBlocks().find(({ name }) => name === "README.md#ten-lines"))
  .code;

/**
 * Calls them with a device: 128 pictures of 28 × 28 in IDX, which `fetch` gives, and a training that counts batches and
 * looks at their sizes.
 */
const PROGRAM = `import tenLines from "./ten-lines.js";

const idx = (type, dims, bytes) => {
  const header = new DataView(new ArrayBuffer(4 + 4 * dims.length));
  header.setUint32(0, (type << 8) | dims.length);
  dims.forEach((dim, i) => header.setUint32(4 + 4 * i, dim));
  return new Blob([header, bytes]);
};
const files = {
  "train-images-idx3-ubyte.gz": idx(8, [128, 28, 28], Uint8Array.from({ length: 128 * 784 }, (_, i) => (i * 31) % 251)),
  "train-labels-idx1-ubyte.gz": idx(8, [128], Uint8Array.from({ length: 128 }, (_, i) => i % 10)),
};

export async function run(device) {
  const own = globalThis.fetch;
  globalThis.fetch = async (name) => new Response(files[name].stream().pipeThrough(new CompressionStream("gzip")));
  const batches = [];
  device.onuncapturederror = ({ error }) => batches.push(error.message);
  try {
    await tenLines({ device, train: (images, labels) => batches.push(images.size + " " + labels.size) });
  } finally {
    globalThis.fetch = own;
  }
  await device.queue.onSubmittedWorkDone();
  return batches.join();
}
`;

/** f32 pictures and labels of two batches of 64. */
const EXPECTED = Array(2)
  .fill(`${64 * 28 * 28 * 4} ${64 * 10 * 4}`)
  .join();

await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  setUpDependencies();
  const chromium = setUpChromium();
  const wanted = values.only?.split(",") ?? Object.keys(PROJECTS);
  const base = mkdtempSync(join(tmpdir(), "mixwell-installed-"));
  try {
    command(ROOT, ["npm", "pack", "--pack-destination", base]);
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    let failed = 0;
    for (const [i, name] of wanted.entries()) {
      const one = PROJECTS[name];
      if (!one) throw new Error(`--only: expected some of ${Object.keys(PROJECTS).join(", ")}, found "${name}"`);
      const folder = join(base, String(i));
      try {
        fresh(folder, [...one.needs, join(base, `mixwell-${version}.tgz`)]);
        await one.run({ folder, needs: one.needs, chromium });
        console.log(`${name}: runs`);
      } catch (error) {
        failed++;
        console.log(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    }
    console.log(`${wanted.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});

/** An empty project with these packages, and the ten lines. @param {string} folder @param {string[]} packages */
function fresh(folder, packages) {
  mkdirSync(folder);
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ name: "fresh", private: true, type: "module" }));
  command(folder, ["npm", "install", "--no-audit", "--no-fund", ...packages]);
  write("ten-lines.ts", TEN_LINES);
  // Its only types are in the lines with `declare`, which are gone.
  write("ten-lines.js", runnable(TEN_LINES));
  write("run.js", PROGRAM);
  write(
    "page.js",
    `import { run } from "./run.js";\nconst adapter = await navigator.gpu.requestAdapter();\nwindow.made = await run(await adapter.requestDevice());\n`,
  );
  write("index.html", '<!doctype html><script type="module" src="./page.js"></script>\n');
  write(
    "own.js",
    `import { run } from "./run.js";\nconst adapter = await navigator.gpu.requestAdapter();\nconsole.log("made", await run(await adapter.requestDevice()));\n`,
  );
  write(
    "dawn.js",
    `import { createNodeDevice } from "mixwell/node";\nimport { run } from "./run.js";\nconst node = await createNodeDevice();\nconsole.log("made", await run(node.device));\nnode.close();\n`,
  );
}

/** @param {Project} project @param {string[]} program */
function inNode({ folder, chromium }, program) {
  same(/^made (.*)$/m.exec(command(folder, program, dawnEnvironment(chromium)))?.[1]);
}

/** @param {Project} project @param {string[] | undefined} bundler */
async function inBrowser({ folder, chromium }, bundler) {
  let page = "dist/index.html";
  if (!bundler) {
    // As from a CDN: the file by its address.
    cpSync(join(folder, "node_modules/mixwell/dist/mixwell.min.js"), join(folder, "mixwell.min.js"));
    const lines = readFileSync(join(folder, "ten-lines.js"), "utf8");
    writeFileSync(join(folder, "ten-lines.js"), lines.replace('from "mixwell"', 'from "./mixwell.min.js"'));
    page = "index.html";
  } else {
    command(folder, bundler);
    if (bundler[0]?.endsWith("webpack"))
      writeFileSync(join(folder, page), '<!doctype html><script type="module" src="./main.js"></script>\n');
  }
  const server = createServer(({ url = "/" }, response) => {
    try {
      const path = join(folder, url.startsWith("/assets") ? `dist${url}` : url);
      const type = { ".html": "text/html", ".js": "text/javascript" }[extname(path)] ?? "application/octet-stream";
      response.setHeader("content-type", type).end(readFileSync(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { chromium: browsers } = await import("playwright");
  const browser = await browsers.launch({ args: gpuArgs(), ...(chromium ? { executablePath: chromium } : {}) });
  try {
    const tab = await browser.newPage();
    const errors = /** @type {string[]} */ ([]);
    tab.on("pageerror", (error) => errors.push(error.message));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await tab.goto(`http://127.0.0.1:${port}/${page}`);
    await tab.waitForFunction("window.made", undefined, { timeout: 120_000 }).catch((error) => {
      throw new Error([...errors, error.message].join("; "));
    });
    same(await tab.evaluate("window.made"));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The ten lines as they stand, by a strict compiler that checks the package's types too. @param {Project} project */
function compiled({ folder, needs }) {
  const types = needs.some((need) => need.startsWith("@webgpu/types")) ? ["--types", "@webgpu/types"] : [];
  const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", ...types];
  const wrong = TEN_LINES.replace("layers: 2", "layerz: 2");
  writeFileSync(join(folder, "wrong.ts"), wrong);
  for (const ways of [
    ["--module", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ]) {
    command(folder, ["node_modules/.bin/tsc", ...options, ...ways, "ten-lines.ts"]);
    if (!refuses(folder, ["node_modules/.bin/tsc", ...options, ...ways, "wrong.ts"]))
      throw new Error("a wrong option was not seen");
  }
}

/** @param {unknown} made */
function same(made) {
  if (made !== EXPECTED) throw new Error(`expected batches of "${EXPECTED}", found "${made}"`);
}

/** @param {string} folder @param {string[]} line @param {Record<string, string>} [env] @returns what it printed */
function command(folder, [program = "", ...args], env = {}) {
  const { status, stdout, stderr, error } = spawnSync(
    program.startsWith("node_modules/") ? join(folder, program) : program,
    args,
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error ?? ""}${stdout}${stderr}`.slice(0, 2000));
  return stdout;
}

/** @param {string} folder @param {string[]} line */
function refuses(folder, line) {
  try {
    command(folder, line);
  } catch (error) {
    return /layerz/.test(String(error));
  }
  return false;
}
