// @ts-check
// Serves the documentation site beside the demo, below /docs/. It is built when somebody first asks for it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { runNode } from "./run.mjs";
import { ROOT } from "./setup.mjs";
import { waitingPage } from "./site-waiting.mjs";

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

/**
 * A vite plugin for servers: `/docs/` is the site.
 * @returns {import("vite").Plugin}
 */
export function sitePlugin() {
  /** @type {"unknown" | "building" | "built" | "failed"} */
  let state = "unknown";
  let since = 0;
  const files = sirv(OUT, { dev: true });
  const build = async () => {
    state = "building";
    since = Date.now();
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
      const isPage = request.headers.accept?.includes("text/html");
      // A page that is on its way is no error to a browser's console. A script of an older page has no use for one.
      const status = state === "failed" ? 500 : isPage ? 202 : 503;
      const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
      const page = waitingPage(state === "failed" ? "failed" : "building", Date.now() - since);
      return void response.writeHead(status, headers).end(page);
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
