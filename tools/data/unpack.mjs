// @ts-check
// Takes the wanted files out of a tar.gz. Each appears under its name only when it is whole.
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { SetupError } from "../setup-error.mjs";

/**
 * Unpacks into the archive's own folder, without the folders inside it.
 * @param {string} archive
 * @param {Record<string, number>} members name -> exact size
 * @throws SetupError if one is missing or has another size
 */
export async function unpack(archive, members) {
  // Only here, because `npm run data` should be able to say what it knows before the dependencies are installed.
  const { extract } = await import("tar");
  const folder = dirname(archive);
  const temporary = await mkdtemp(join(folder, ".unpack-"));
  try {
    await extract({
      file: archive,
      cwd: temporary,
      strip: 1,
      filter: (path, entry) => basename(path) in members && "type" in entry && entry.type === "File",
    });
    for (const [name, bytes] of Object.entries(members)) {
      const { size } = await stat(join(temporary, name)).catch(() => ({ size: undefined }));
      if (size !== bytes)
        throw new SetupError(
          `${archive}: expected ${name} of ${bytes} bytes in it, found ${size === undefined ? "none" : `${size} bytes`}`,
        );
    }
    for (const name of Object.keys(members)) await rename(join(temporary, name), join(folder, name));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
