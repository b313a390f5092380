/** What belongs to pictures -> what a dataset keeps of it: labels in a buffer, where kernels look them up. */
import { found, SourceError } from "../check/errors.ts";
import type { HostImages } from "../source/host-images.ts";
import type { Annotations } from "../source/labels.ts";
import { writeBytes } from "./write-bytes.ts";

type LabelParts = { [Name in "labels" | "labelRows" | "frames"]?: HostImages[Name] | undefined };

/** The labels of a dataset, one a picture: clips have one for all of theirs. @throws SourceError for too many rows */
export function uploadLabels(device: GPUDevice, parts: LabelParts): GPUBuffer | undefined {
  const each = parts.labelRows?.data ?? parts.labels;
  if (!each) return undefined;
  const data = repeated(each, parts.labelRows?.classes ?? 1, parts.frames ?? 1);
  const limit = device.limits.maxStorageBufferBindingSize;
  if (data.byteLength > limit)
    throw new SourceError(
      "dataset.labelRows",
      `at most ${limit} bytes (use class ids, or request a higher maxStorageBufferBindingSize)`,
      found(`${data.byteLength} bytes`),
    );
  const buffer = device.createBuffer({
    label: "mixwell dataset labels",
    size: data.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  writeBytes(device, buffer, 0, data);
  return buffer;
}

/** Every row so many times, one after the other. */
function repeated<T extends Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>>(
  rows: T,
  length: number,
  times: number,
): T {
  if (times === 1) return rows;
  const made = new (rows.constructor as new (length: number) => T)(rows.length * times);
  for (let i = 0; i < made.length; i++) made[i] = rows[Math.floor(i / (length * times)) * length + (i % length)]!;
  return made;
}

/** The same values in lists of our own. */
export function copiedFields(fields: Annotations["fields"]): Annotations["fields"] {
  return fields && Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, Array.from(values)]));
}
