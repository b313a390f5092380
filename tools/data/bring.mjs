// @ts-check
// Brings a whole dataset into a folder, and does only what is left to do.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { download, isRight, md5Of } from "./download.mjs";
import { unpack } from "./unpack.mjs";

/**
 * @typedef {import("./sets.mjs").DataSet} DataSet
 * @typedef {import("./sets.mjs").Download} Download
 *
 * @typedef {object} Options
 * @property {string} [from] one address instead of the set's own; its folder
 * @property {(name: string, loaded: number, total: number) => void} [onProgress]
 * @property {(name: string, sentence: string) => void} [onTrouble]
 * @property {(name: string, sentence: string) => void} [onDone] after every download
 */

/**
 * @param {DataSet} set
 * @param {string} folder where the set's own folder is or will be
 * @param {Options & import("./download.mjs").Patience} [options]
 * @throws SetupError
 */
export async function bring(set, folder, options = {}) {
  const own = join(folder, set.name);
  for (const wanted of set.downloads) {
    const { name } = wanted;
    const addresses = (options.from === undefined ? set.addresses : [withSlash(options.from)]).map(
      (address) => `${address}${name}`,
    );
    const listener = {
      onProgress: (/** @type {number} */ loaded, /** @type {number} */ total) =>
        options.onProgress?.(name, loaded, total),
      onTrouble: (/** @type {string} */ sentence) => options.onTrouble?.(name, sentence),
    };
    const to = join(own, name);
    if (wanted.members && (await isUnpacked(to, wanted))) {
      options.onDone?.(name, "already there, unpacked");
      continue;
    }
    const done = await download({ ...wanted, addresses, to }, { ...options, ...listener });
    if (!wanted.members) {
      options.onDone?.(name, done);
      continue;
    }
    await unpack(to, wanted.members);
    await noteUnpacked(to, wanted);
    await rm(to);
    options.onDone?.(name, `${done}, unpacked`);
  }
}

/** @param {string} address */
const withSlash = (address) => (address.endsWith("/") ? address : `${address}/`);

/**
 * The archive is deleted after unpacking, so a note beside its members keeps which archive they came from and their own
 * MD5s.
 * @typedef {{ md5: string, members: Record<string, string> }} Note
 */

/** @param {string} archive */
const noteOf = (archive) => `${archive}.json`;

/**
 * @param {string} archive
 * @param {Download} wanted
 */
async function noteUnpacked(archive, { md5, members = {} }) {
  /** @type {Note} */
  const note = { md5, members: {} };
  for (const name of Object.keys(members)) note.members[name] = await md5Of(join(archive, "..", name));
  await writeFile(noteOf(archive), `${JSON.stringify(note, undefined, 2)}\n`);
}

/**
 * Whether all members are there as they came out of the right archive.
 * @param {string} archive
 * @param {Download} wanted
 */
async function isUnpacked(archive, { md5, members = {} }) {
  /** @type {Note | undefined} */
  const note = await readFile(noteOf(archive), "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
  if (note?.md5 !== md5) return false;
  for (const [name, bytes] of Object.entries(members)) {
    if (!(await isRight(join(archive, "..", name), { bytes, md5: note.members?.[name] ?? "" }))) return false;
  }
  return true;
}
