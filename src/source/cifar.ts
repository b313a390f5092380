/**
 * CIFAR-10 and CIFAR-100, the "binary version" (Krizhevsky, 2009; https://www.cs.toronto.edu/~kriz/cifar.html): records
 * of one label byte (CIFAR-100: coarse, then fine) and 3 × 32 × 32 pixel bytes, red, green and blue plane after each
 * other.
 */
import { found, InputError, SourceError } from "../check/errors.ts";
import { cifar10Classes, cifar100Classes, cifar100Superclasses } from "./class-names.ts";
import { readUnpacked, type UnpackedFile } from "./gzip.ts";
import type { FileInput, HostImages } from "./host-images.ts";
import { allocate, checkMaxBytes, type ReadOptions } from "./read.ts";
import { describeHead, sniff } from "./sniff.ts";

export interface CifarOptions extends Omit<ReadOptions, "name"> {
  /** Which record format the files have (default `cifar10`). */
  kind?: "cifar10" | "cifar100";
  /**
   * CIFAR-100 only: which of its two labels becomes `labels` (default `fine`); the other one becomes a field of its
   * name.
   */
  labels?: "fine" | "coarse";
}

/** What {@link CifarOptions} has. */
export const CIFAR_KEYS: readonly (keyof CifarOptions)[] = ["kind", "labels", "onProgress", "maxBytes", "signal"];

interface LabelByte {
  name: string;
  classNames: readonly string[];
}

export const SIDE = 32;
export const PIXEL_BYTES = 3 * SIDE * SIDE;

/** The label bytes at the start of a record, in order. */
export const LABEL_BYTES: Record<"cifar10" | "cifar100", LabelByte[]> = {
  cifar10: [{ name: "label", classNames: cifar10Classes }],
  cifar100: [
    { name: "coarse", classNames: cifar100Superclasses },
    { name: "fine", classNames: cifar100Classes },
  ],
};
const TITLE = { cifar10: "CIFAR-10", cifar100: "CIFAR-100" };

/**
 * Reads one or several batch files, plain or gzip, and puts them behind each other.
 *
 * @returns N × 3 × 32 × 32 in `nchw`, with labels and class names
 * @throws SourceError when a file is foreign, no whole number of records, or holds an impossible label; InputError for
 * an option
 */
export async function readCifar(
  files: FileInput | readonly FileInput[],
  options: CifarOptions = {},
): Promise<HostImages> {
  const { kind, labels } = checkCifar(options);
  const inputs = Array.isArray(files) ? (files as FileInput[]) : [files as FileInput];
  if (inputs.length === 0) throw new InputError("files", "at least one batch file", inputs);

  const batches: UnpackedFile[] = [];
  for (const [i, input] of inputs.entries()) {
    const fallback = inputs.length === 1 ? "file" : `files[${i}]`;
    const { onProgress, maxBytes, signal } = options;
    const batch = await readUnpacked(input, fallback, (head, name) => checkHead(head, name, kind), {
      onProgress,
      maxBytes,
      signal,
    });
    checkRecords(batch, kind);
    batches.push(batch);
  }
  return unpack(batches, kind, labels);
}

/** Checks the options. @throws InputError */
export function checkCifar(options: CifarOptions): Required<Pick<CifarOptions, "kind" | "labels">> {
  const { kind = "cifar10", labels = "fine" } = options;
  checkMaxBytes(options.maxBytes);
  if (kind !== "cifar10" && kind !== "cifar100") throw new InputError("kind", '"cifar10" or "cifar100"', kind);
  if (labels !== "fine" && labels !== "coarse") throw new InputError("labels", '"fine" or "coarse"', labels);
  if (labels === "coarse" && kind === "cifar10")
    throw new InputError("labels", '"fine" (CIFAR-10 has one label)', labels);
  return { kind, labels };
}

export const recordBytes = (kind: "cifar10" | "cifar100"): number => LABEL_BYTES[kind].length + PIXEL_BYTES;

/**
 * No signature starts with a byte that is a possible first label, so a real batch is never mistaken for something else.
 */
export function checkHead(head: Uint8Array, name: string, kind: "cifar10" | "cifar100"): undefined {
  if (head.length > 0 && head[0]! < LABEL_BYTES[kind][0]!.classNames.length) return;
  const what = sniff(head);
  if (!what) return;
  const advice = what === "a Python pickle" ? ` (take the "binary version" of ${TITLE[kind]})` : "";
  throw new SourceError(name, `a batch of ${TITLE[kind]}'s binary version`, found(what + advice));
}

function checkRecords({ name, bytes }: UnpackedFile, kind: "cifar10" | "cifar100"): void {
  checkWhole(name, bytes.length, bytes, kind);
  checkLabelBytes(name, bytes, 0, kind);
}

/** Refuses a file that is no whole number of records; `head` is its beginning. */
export function checkWhole(name: string, length: number, head: Uint8Array, kind: "cifar10" | "cifar100"): void {
  const record = recordBytes(kind);
  if (length % record === 0) return;
  const other = kind === "cifar10" ? "cifar100" : "cifar10";
  const ofOther = length / recordBytes(other);
  const words = Number.isInteger(ofOther)
    ? `${length} bytes, which are ${ofOther} records of ${TITLE[other]} (kind: "${other}")`
    : `${length} bytes: ${length % record} after record ${Math.floor(length / record)}, in ${describeHead(head)}`;
  throw new SourceError(name, `a multiple of ${record} bytes (records of ${TITLE[kind]})`, found(words));
}

/** Refuses records with labels that there are none of; the first of them is number `first`. */
export function checkLabelBytes(name: string, bytes: Uint8Array, first: number, kind: "cifar10" | "cifar100"): void {
  const record = recordBytes(kind);
  for (let start = 0; start < bytes.length; start += record) {
    for (const [i, { name: label, classNames }] of LABEL_BYTES[kind].entries()) {
      const id = bytes[start + i]!;
      if (id >= classNames.length) {
        throw new SourceError(
          name,
          `a ${label === "label" ? "" : `${label} `}label 0..${classNames.length - 1} in record ${first + start / record}`,
          id,
        );
      }
    }
  }
}

function unpack(batches: UnpackedFile[], kind: "cifar10" | "cifar100", chosen: "fine" | "coarse"): HostImages {
  const record = recordBytes(kind);
  const count = batches.reduce((sum, { bytes }) => sum + bytes.length / record, 0);
  const pixels = allocate(count * PIXEL_BYTES, batches[0]!.name);
  const ids = LABEL_BYTES[kind].map(() => new Uint32Array(count));

  let n = 0;
  for (const { bytes } of batches) {
    for (let start = 0; start < bytes.length; start += record, n++) {
      for (let i = 0; i < ids.length; i++) ids[i]![n] = bytes[start + i]!;
      pixels.set(bytes.subarray(start + ids.length, start + record), n * PIXEL_BYTES);
    }
  }

  return { count, height: SIDE, width: SIDE, channels: 3, layout: "nchw", pixels, ...annotationsOf(ids, kind, chosen) };
}

/** What the label bytes mean: the chosen ones are the class ids, the others a field. */
export function annotationsOf(
  ids: readonly Uint32Array<ArrayBuffer>[],
  kind: "cifar10" | "cifar100",
  chosen: "fine" | "coarse",
): Pick<HostImages, "labels" | "classNames" | "fields"> {
  const main = kind === "cifar100" && chosen === "fine" ? 1 : 0;
  return {
    labels: ids[main]!,
    classNames: [...LABEL_BYTES[kind][main]!.classNames],
    ...(kind === "cifar100" && { fields: { [LABEL_BYTES[kind][1 - main]!.name]: ids[1 - main]! } }),
  };
}
