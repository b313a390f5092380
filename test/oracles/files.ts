/**
 * The golden sets: `$ORACLES`, else ../shared/oracles and ../shared/oracles-targets, else those below test/fixtures.
 * All have the layout that their README.md describes.
 */
import { listFiles, loadFile, loadText, type TestFolder } from "../files.ts";

/** What the paths of the second folder begin with. */
const TARGETS = "targets/";

/**
 * Every file of the oracle folders, as sorted relative paths: "beta/beta.json", "mixup/timm-mixup.bin",
 * "targets/boxes-tv.json" …
 */
export async function listOracleFiles(): Promise<string[]> {
  const targets = await listFiles("targets");
  return [...(await listFiles("oracles")), ...targets.map((path) => TARGETS + path)];
}

/** The bytes of one file. Throws when it is missing. */
export const readOracle = (path: string): Promise<ArrayBuffer> => loadFile(...placeOf(path));

export const readOracleText = (path: string): Promise<string> => loadText(...placeOf(path));

const placeOf = (path: string): [folder: TestFolder, path: string] =>
  path.startsWith(TARGETS) ? ["targets", path.slice(TARGETS.length)] : ["oracles", path];

export const readOracleJson = async <T>(path: string): Promise<T> => JSON.parse(await readOracleText(path)) as T;

/** One array in a set's `.bin`. */
export interface Block {
  shape: number[];
  dtype: keyof typeof VIEWS;
  offset: number;
  bytes: number;
}

const VIEWS = { u8: Uint8Array, i32: Int32Array, f32: Float32Array, f64: Float64Array };

/**
 * An "augfix-1" set: its manifest (typed by the caller) and a way to look at its blocks. Equal blocks share memory:
 * don't write.
 */
export async function loadOracleSet<Manifest>(set: string): Promise<{
  manifest: Manifest;
  view: <D extends Block["dtype"]>(block: Block & { dtype: D }) => InstanceType<(typeof VIEWS)[D]>;
}> {
  const manifest = await readOracleJson<Manifest & { format: string; bin: string }>(`${set}.json`);
  if (manifest.format !== "augfix-1")
    throw new Error(`${set}.json: expected format "augfix-1", found "${manifest.format}"`);
  const bytes = await readOracle(`${set.slice(0, set.lastIndexOf("/") + 1)}${manifest.bin}`);
  const view = (block: Block) =>
    new VIEWS[block.dtype](bytes, block.offset, block.bytes / VIEWS[block.dtype].BYTES_PER_ELEMENT);
  return { manifest, view: view as never };
}
