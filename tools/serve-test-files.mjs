// @ts-check
// Lets tests that run in the browser read the same folders as tests that run in Node (test/files.ts is the other end).
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export const TEST_FILES_URL = "/__test-files/";

/**
 * A vite plugin: `GET /__test-files/<folder>/<path>` answers with the raw bytes of a file, and of a folder with the
 * JSON list of all files below it. 404 when there is no such thing.
 * @param {Record<string, string>} folders name -> absolute path
 * @returns {import("vite").Plugin}
 */
export function serveTestFiles(folders) {
  return {
    name: "mixwell:test-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? "/", "http://localhost");
        if (!url.pathname.startsWith(TEST_FILES_URL)) return next();
        answer(folders, decodeURIComponent(url.pathname.slice(TEST_FILES_URL.length)), response).catch(next);
      });
    },
  };
}

/**
 * @param {Record<string, string>} folders
 * @param {string} wanted "<folder>/<path>"
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folders, wanted, response) {
  const slash = wanted.indexOf("/");
  const folder = folders[wanted.slice(0, slash)];
  const path = folder && join(folder, wanted.slice(slash + 1));
  // Only below the folder that was named, whatever `..` the path holds.
  const found = path && !relative(folder, path).startsWith("..") ? await stat(path).catch(() => undefined) : undefined;
  if (!path || !found) {
    response.statusCode = 404;
    response.end();
  } else if (found.isDirectory()) {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(await listFiles(path)));
  } else {
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("Content-Length", found.size);
    createReadStream(path).pipe(response);
  }
}

/**
 * All files below a folder, as sorted paths with forward slashes.
 * @param {string} folder
 */
export async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return files.map((file) => file.split(sep).join("/")).sort();
}
