// @ts-check
// Serves the documentation site beside the demo, below /docs/. It is built when somebody first asks for it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { runNode } from "./run.mjs";
import { ROOT } from "./setup.mjs";

const SITE_URL = "/docs/";
const OUT = join(ROOT, "site-dist");
const SOURCES = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs", "examples/README.md", "site", "src"];

/** When a file, or the newest one of a folder, was written. @param {string} path @returns {number} */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== "node_modules");
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

const isBuilt = () => {
  const index = join(OUT, "index.html");
  return existsSync(index) && SOURCES.every((path) => newest(join(ROOT, path)) <= statSync(index).mtimeMs);
};

/** Says so, and asks again. @param {string} words */
const waiting = (words) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="3"><title>Mixwell: documentation</title><body style="font:18px/1.6 system-ui;margin:15vh auto;max-width:34rem;padding:0 1rem"><h1>Documentation</h1><p>${words}</p><p><a href="/">Back to the demo</a></p>`;

/**
 * A vite plugin for servers: `/docs/` is the site.
 * @returns {import("vite").Plugin}
 */
export function sitePlugin() {
  /** @type {"unknown" | "building" | "built" | "failed"} */
  let state = "unknown";
  const files = sirv(OUT, { dev: true });
  const build = async () => {
    state = "building";
    console.log("Building the documentation …");
    state = (await runNode("site/build.mjs", ["--base", SITE_URL])) === 0 ? "built" : "failed";
  };
  /** @type {import("vite").Connect.NextHandleFunction} */
  const serve = (request, response, next) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!`${pathname}/`.startsWith(SITE_URL)) return next();
    if (pathname === SITE_URL.slice(0, -1)) return void response.writeHead(302, { Location: SITE_URL }).end();
    if (state === "unknown") {
      if (isBuilt()) state = "built";
      else void build();
    }
    if (state !== "built") {
      const words =
        state === "failed"
          ? "It could not be built. The terminal says why."
          : "It is being built. That takes about a minute, and only when something changed.";
      return void response.writeHead(503, { "Content-Type": "text/html; charset=utf-8" }).end(waiting(words));
    }
    request.url = /** @type {string} */ (request.url).slice(SITE_URL.length - 1);
    files(request, response, () => void response.writeHead(404, { "Content-Type": "text/plain" }).end("No such page."));
  };
  return {
    name: "mixwell-site",
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}
