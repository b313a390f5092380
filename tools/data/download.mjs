// @ts-check
// Downloads one file of a known size and MD5, through whatever the network does: see `download`.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "../setup-error.mjs";
import { get } from "./get.mjs";

/**
 * @typedef {object} Wanted
 * @property {string[]} addresses of the file, in the order in which they are tried
 * @property {string} to path of the file
 * @property {number} bytes
 * @property {string} md5 in hex
 *
 * @typedef {object} Patience
 * @property {number} [attempts] in a row that bring nothing new before an address is given up; default 5
 * @property {number} [stallSeconds] without a byte for so long, an attempt has failed; default 30
 * @property {number} [pauseSeconds] after the first such attempt, doubled after every further one; default 1
 *
 * @typedef {object} Listener
 * @property {(loaded: number, total: number) => void} [onProgress] bytes on disk so far
 * @property {(sentence: string) => void} [onTrouble] what went wrong and what is done about it
 */

/** An answer that asking again will not change. */
class Refusal extends Error {}

/**
 * Makes sure that a file is there with the right bytes. They are gathered in `<to>.part`, from which a later call goes
 * on, and the file appears under its name only when its MD5 is right.
 * @param {Wanted} wanted
 * @param {Patience & Listener} [how]
 * @returns {Promise<"already there" | "downloaded">}
 * @throws SetupError that says what every address answered, or why the file cannot be written
 */
export async function download(wanted, how = {}) {
  if (await isRight(wanted.to, wanted)) return "already there";
  await onDisk(wanted.to, () => mkdir(dirname(wanted.to), { recursive: true }));
  const reasons = [];
  for (const address of wanted.addresses) {
    try {
      await downloadFrom(address, wanted, how);
      return "downloaded";
    } catch (error) {
      if (error instanceof SetupError) throw error;
      reasons.push(`${address}: ${/** @type {Error} */ (error).message}`);
      how.onTrouble?.(reasons.at(-1) ?? "");
    }
  }
  const { size } = await statOf(partOf(wanted));
  const kept = size > 0 ? ` ${size} of ${wanted.bytes} bytes are kept; the same command goes on from there.` : "";
  throw new SetupError(
    `${wanted.to} could not be downloaded.${kept}\n${reasons.map((reason) => `  ${reason}`).join("\n")}`,
  );
}

/**
 * Whether a file has the size and the MD5 that it should have.
 * @param {string} path
 * @param {{ bytes: number, md5: string }} wanted
 */
export async function isRight(path, { bytes, md5 }) {
  return (await statOf(path)).size === bytes && (await md5Of(path)) === md5;
}

/**
 * @param {string} path
 * @returns {Promise<string>} in hex
 */
export async function md5Of(path) {
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** @param {Wanted} wanted */
const partOf = ({ to }) => `${to}.part`;

/** @param {string} path */
const statOf = (path) => stat(path).catch(() => ({ size: -1 }));

/**
 * @param {string} address
 * @param {Wanted} wanted
 * @param {Patience & Listener} how
 */
async function downloadFrom(address, wanted, how) {
  const { attempts = 5, pauseSeconds = 1, onTrouble } = how;
  const part = partOf(wanted);
  let most = Math.max(0, (await statOf(part)).size);
  // What an earlier run left may be of another file, so it gets the blame first when the MD5 is wrong.
  let isOfOneRun = most === 0;
  for (let failures = 0; ; ) {
    try {
      const before = (await statOf(part)).size;
      if (before !== wanted.bytes) isOfOneRun = (await fetchRest(address, wanted, how)) === 0 || isOfOneRun;
      if (await keepIfRight(wanted, isOfOneRun)) return;
      onTrouble?.("what an earlier run had left does not fit; starting from the beginning");
      most = 0;
    } catch (error) {
      if (error instanceof Refusal || error instanceof SetupError) throw error;
      const { size } = await statOf(part);
      failures = size > most ? 1 : failures + 1;
      most = Math.max(most, size);
      if (failures >= attempts) throw error;
      const pause = pauseSeconds * 2 ** (failures - 1);
      onTrouble?.(`${/** @type {Error} */ (error).message}; trying again in ${pause} s`);
      await sleep(pause * 1000);
    }
  }
}

/**
 * A whole `.part` becomes the file, or is deleted.
 * @param {Wanted} wanted
 * @param {boolean} isOfOneRun if it is wrong all the same, so is what the address offers
 * @returns {Promise<boolean>} whether it was right
 */
async function keepIfRight(wanted, isOfOneRun) {
  const part = partOf(wanted);
  const found = await md5Of(part);
  if (found === wanted.md5) {
    await onDisk(wanted.to, () => rename(part, wanted.to));
    return true;
  }
  const words = await describe(part);
  await rm(part);
  if (isOfOneRun) throw new Refusal(`expected a file with MD5 ${wanted.md5}, found ${words} with MD5 ${found}`);
  return false;
}

/**
 * Asks for the bytes that are still missing and appends them.
 * @param {string} address
 * @param {Wanted} wanted
 * @param {Patience & Listener} how
 * @returns {Promise<number>} where the server began: it may have started from 0 instead
 * @throws Refusal if asking again is of no use, another error if it may be
 */
async function fetchRest(address, wanted, { stallSeconds = 30, onProgress }) {
  const part = partOf(wanted);
  const { size } = await statOf(part);
  const have = size > wanted.bytes ? 0 : Math.max(0, size);
  const response = await get(address, { stallSeconds, headers: have > 0 ? { Range: `bytes=${have}-` } : {} });
  try {
    const start = await startOf(response, wanted, have);
    await appendTo(part, start, response, wanted.bytes, (loaded) => onProgress?.(loaded, wanted.bytes));
    return start;
  } finally {
    response.destroy();
  }
}

/**
 * Where the body of an answer begins in the file.
 * @param {import("node:http").IncomingMessage} response
 * @param {Wanted} wanted
 * @param {number} have bytes that we did not ask for again
 */
async function startOf(response, wanted, have) {
  const { statusCode = 0, headers } = response;
  // Where there is no such file, some servers and many hotels answer with a page and status 200.
  if (statusCode < 300 && /^text\/html\b/i.test(headers["content-type"] ?? ""))
    throw new Refusal("expected a data file, found a web page");
  if (statusCode === 200) {
    checkSize(headers["content-length"], wanted.bytes);
    return 0;
  }
  if (statusCode === 206) {
    const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
    checkSize(total === "*" ? undefined : total, wanted.bytes);
    if (Number(start) === have) return have;
    await rm(partOf(wanted), { force: true });
    throw new Error(`asked for the bytes from ${have} on, got "${headers["content-range"]}"`);
  }
  if (statusCode === 416) {
    await rm(partOf(wanted), { force: true });
    throw new Error(`has no bytes from ${have} on (status 416)`);
  }
  const words = `answered ${statusCode} ${response.statusMessage ?? ""}`.trim();
  // Too busy, too early, too many: these pass.
  throw statusCode >= 500 || [408, 425, 429].includes(statusCode) ? new Error(words) : new Refusal(words);
}

/**
 * @param {string | undefined} found
 * @param {number} bytes
 */
function checkSize(found, bytes) {
  if (found !== undefined && Number(found) !== bytes)
    throw new Refusal(`expected a file of ${bytes} bytes, found one of ${found}`);
}

/**
 * @param {string} path
 * @param {number} start what lies behind it is written over
 * @param {AsyncIterable<Uint8Array>} body
 * @param {number} bytes the size that the file must get
 * @param {(loaded: number) => void} onProgress
 */
async function appendTo(path, start, body, bytes, onProgress) {
  const file = await onDisk(path, () => open(path, start === 0 ? "w" : "a"));
  try {
    let loaded = start;
    for await (const chunk of body) {
      if (loaded + chunk.length > bytes) {
        await file.truncate(0);
        throw new Refusal(`expected a file of ${bytes} bytes, found more`);
      }
      await onDisk(path, () => file.writeFile(chunk));
      loaded += chunk.length;
      onProgress(loaded);
    }
    if (loaded < bytes) throw new Error(`broke off after ${loaded} of ${bytes} bytes`);
    await onDisk(path, () => file.sync());
  } finally {
    await file.close();
  }
}

/**
 * A full disk or a folder that may not be written to is not the network's fault: nothing is tried again.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function onDisk(path, work) {
  try {
    return await work();
  } catch (error) {
    throw new SetupError(`${path} could not be written: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * Such a page may also come without its type.
 * @param {string} path
 */
async function describe(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\s*<(!doctype|html|\?xml)/i.test(buffer.toString("latin1", 0, bytesRead)) ? "a web page" : "one";
  } finally {
    await file.close();
  }
}
