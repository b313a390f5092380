// @ts-check
// Offers the folder of `npm run data` to the pages of a development server.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { ROOT } from "../setup.mjs";
import { dataIndex } from "./index.mjs";

const DATA_URL = "/data/";

/**
 * A vite plugin: `GET /data/index.json` lists the datasets that are there (see `DataIndex`), `GET /data/<set>/<file>`
 * answers with a file's bytes as they lie on disk, whole or the one range that was asked for. A built page gets an
 * empty index: whoever serves it may put a folder of `npm run data -- … --to` in its place.
 * @param {string} [folder] default: `MIXWELL_DATA`, else data/ in the project
 * @returns {import("vite").Plugin}
 */
export function dataPlugin(folder = resolve(process.env.MIXWELL_DATA || join(ROOT, "data"))) {
  /** @type {import("vite").Connect.NextHandleFunction} */
  const serve = (request, response, next) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!pathname.startsWith(DATA_URL)) return next();
    answer(folder, decode(pathname.slice(DATA_URL.length)), request.headers.range, response).catch(next);
  };
  return {
    name: "mixwell-data",
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "data/index.json", source: `${JSON.stringify({ sets: [] })}\n` });
    },
  };
}

/**
 * @param {string} folder
 * @param {string} wanted "<set>/<file>"
 * @param {string | undefined} range the request's header
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, wanted, range, response) {
  // What is there changes while the server runs.
  response.setHeader("Cache-Control", "no-cache");
  if (wanted === "index.json") {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(dataIndex(folder)));
    return;
  }
  const path = join(folder, wanted);
  // Only below the folder, whatever `..` the address holds, and nothing that is still being downloaded.
  const isOffered = !relative(folder, path).startsWith("..") && !path.endsWith(".part");
  const found = isOffered ? await stat(path).catch(() => undefined) : undefined;
  // Answered here: left to vite, an address without a file gets the start page.
  if (!found?.isFile()) return end(response, 404);
  const { size } = found;
  const [start, last] = rangeOf(range, size) ?? [0, size - 1];
  if (start > last && size > 0) {
    response.setHeader("Content-Range", `bytes */${size}`);
    return end(response, 416);
  }
  response.setHeader("Content-Type", "application/octet-stream");
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Length", last - start + 1);
  if (rangeOf(range, size)) {
    response.statusCode = 206;
    response.setHeader("Content-Range", `bytes ${start}-${last}/${size}`);
  }
  createReadStream(path, { start, end: Math.max(last, 0) }).pipe(response);
}

/**
 * @param {string} path
 * @returns what no file is called, for a path that nobody can have meant
 */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return ".part";
  }
}

/**
 * First and last byte of a range of one part; undefined for anything else, which means the whole file.
 * @param {string | undefined} header
 * @param {number} size
 * @returns {[number, number] | undefined} the first lies behind the last where nothing is in the range
 */
function rangeOf(header, size) {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") return Number(last) === 0 ? [size, size - 1] : [Math.max(0, size - Number(last)), size - 1];
  return [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 */
function end(response, status) {
  response.statusCode = status;
  response.end();
}
