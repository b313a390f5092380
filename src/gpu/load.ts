/** Checked pictures in host memory -> a dataset's memory on the GPU. It comes with the first load, by `import()`. */
import { checkStack } from "../analysis/check-pictures.ts";
import { copied } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { isCallable, positive } from "../check/values.ts";
import { checkSignal } from "../source/aborting.ts";
import type { HostImages } from "../source/host-images.ts";
import { withRates } from "../source/rate.ts";
import { copiedFields, uploadLabels } from "./label-upload.ts";
import type { Loaded, LoadOptions, Parts } from "./loaded.ts";
import { expectLiving } from "./loss.ts";
import { uploadPages } from "./page-upload.ts";
import { evenPages } from "./pages.ts";
import type { TargetData } from "./targets/types.ts";

/** What every loader takes beside its source's own options. */
const LOAD_KEYS: readonly (keyof LoadOptions)[] = ["pageBytes", "onProgress", "signal"];

/** What each loader checks before it looks at what it loads; returns the options, with progress that says the rate. */
export function openLoad<T extends LoadOptions>(
  path: string,
  device: GPUDevice,
  options: T,
  more: readonly string[] = [],
): T {
  checkDevice(`${path}.device`, device);
  knownKeys(`${path}.options`, options, [...LOAD_KEYS, ...more]);
  const { pageBytes, onProgress, signal } = options;
  if (pageBytes !== undefined) positive("pageBytes", pageBytes);
  if (onProgress !== undefined && !isCallable(onProgress)) throw new InputError("onProgress", "a function", onProgress);
  checkSignal("signal", signal);
  return withRates(options);
}

/** Uploads checked pictures, and checks what belongs to them. Nothing is left behind when it fails. */
export async function load(
  device: GPUDevice,
  host: HostImages,
  options: LoadOptions,
  given?: Readonly<Record<string, TargetData>>,
): Promise<Loaded> {
  if (given === undefined) return upload(device, host, options);
  const { checkTargets } = await import("./targets/dataset-targets.ts");
  const targets = checkTargets(given, { ...host, device });
  return { ...(await upload(device, host, options)), targets };
}

async function upload(
  device: GPUDevice,
  host: HostImages,
  { onProgress, pageBytes, signal }: LoadOptions,
): Promise<Loaded> {
  const { height, width, sizes, ...one } = host;
  checkStack("", sizes ? one : host, "count", sizes !== undefined);
  const limit = Math.min(
    device.limits.maxStorageBufferBindingSize,
    device.limits.maxBufferSize,
    pageBytes ?? Number.POSITIVE_INFINITY,
  );
  const advised = limit === pageBytes ? "give a larger pageBytes" : undefined;
  // Before anything is waited for, so that what was checked is what is kept. Only the pictures are read where they lie.
  const { frames = 1 } = host;
  const parts: Parts = {
    ...host,
    count: host.count / frames,
    frames,
    format: "u8",
    sizes: sizes?.slice(),
    labels: host.labels?.slice() as Parts["labels"],
    labelRows: host.labelRows && {
      ...host.labelRows,
      data: host.labelRows.data.slice() as Float32Array<ArrayBuffer>,
    },
    classNames: copied(host.classNames),
    fields: copiedFields(host.fields),
  };
  const plan = sizes
    ? (await import("./own-pages.ts")).ownPages(host, sizes, limit, advised)
    : evenPages(host, limit, advised);
  await expectLiving(device);
  signal?.throwIfAborted();
  const pages = await uploadPages(device, plan.pageBytes, host.pixels, { onProgress, signal });
  const owned = pages.map(({ buffer }) => buffer);
  try {
    const labels = uploadLabels(device, parts);
    if (labels) owned.push(labels);
    const { picturesPerPage, places } = plan;
    const own = places && { sizes: parts.sizes!, places };
    return { parts, pictures: { pages, picturesPerPage, labels, own }, owned };
  } catch (error) {
    for (const buffer of owned) buffer.destroy();
    throw error;
  }
}
