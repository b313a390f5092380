/**
 * Reads test files the same way in Node (from disk) and in the browser (over the test server): see
 * tools/serve-test-files.mjs.
 */
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Absolute paths of the folders that tests may read from. */
    testFolders: Record<TestFolder, string>;
    /** What Dawn on Node is created with. */
    dawnArgs: string[];
    /** Whether sweeps leave out what `npm test` has no time for. */
    sweeps: "short" | "whole";
    /**
     * The implementation of `npm run test:adapters`, if it is one of these, and what adapter and devices are asked for
     * where it has less than the core level. `isWhole`: it has all cases of sweeps that are divided otherwise.
     * `compilesApart`: its compiler's time grows faster than the kernel. `complainsOfLost`: calls between `destroy` and
     * the news of the loss are errors to it.
     */
    adapter: {
      name?: string | undefined;
      isWhole: boolean;
      compilesApart?: boolean;
      complainsOfLost?: boolean;
      options?: GPURequestAdapterOptions;
      limits?: Record<string, number>;
    };
  }
}

/**
 * `fixtures` is committed; `shared` may be absent; `oracles` is `$ORACLES`, else shared/oracles, else fixtures/oracles;
 * `targets` likewise, and absent where there is `$ORACLES`. `photos` are the demo's.
 */
export type TestFolder = "fixtures" | "shared" | "oracles" | "targets" | "photos";

export const inBrowser = "document" in globalThis;

/** A file below test/fixtures. Throws when it is missing. */
export const loadFixture = (path: string): Promise<ArrayBuffer> => loadFile("fixtures", path);

/**
 * A file below ../shared (`"data/photos/coffee.png"`), or undefined in a clone that has no such folder. Say so when you
 * leave something out.
 */
export const loadShared = (path: string): Promise<ArrayBuffer | undefined> => readIfThere("shared", path);

/** The bytes of a file in one of the test folders. Throws when it is missing. */
export async function loadFile(folder: TestFolder, path: string): Promise<ArrayBuffer> {
  const bytes = await readIfThere(folder, path);
  if (!bytes) throw new Error(`no file "${path}" in ${inject("testFolders")[folder]}`);
  return bytes;
}

/** As `loadFile`, decoded as UTF-8. */
export const loadText = async (folder: TestFolder, path: string): Promise<string> =>
  new TextDecoder().decode(await loadFile(folder, path));

/** Every file in a test folder, as sorted relative paths with forward slashes; none when the folder is absent. */
export async function listFiles(folder: TestFolder): Promise<string[]> {
  if (inBrowser) {
    const response = await fetch(`/__test-files/${folder}/`);
    return response.ok ? await response.json() : [];
  }
  const { existsSync } = await import("node:fs");
  const path = inject("testFolders")[folder];
  return existsSync(path) ? (await import("../tools/serve-test-files.mjs")).listFiles(path) : [];
}

async function readIfThere(folder: TestFolder, path: string): Promise<ArrayBuffer | undefined> {
  if (inBrowser) {
    const response = await fetch(`/__test-files/${folder}/${path}`);
    return response.ok ? response.arrayBuffer() : undefined;
  }
  const { existsSync } = await import("node:fs");
  const { readFile } = await import("node:fs/promises");
  const file = `${inject("testFolders")[folder]}/${path}`;
  if (!existsSync(file)) return undefined;
  // Copied, because Node's buffers may be a slice of a pool.
  return new Uint8Array(await readFile(file)).buffer;
}
