/** What was read with a step's pictures: class maps, further pictures, boxes, as the engine's targets take them. */
import { BYTES_PER_ELEMENT } from "../format/format.ts";
import type { OpenStore, Picture } from "../source/store.ts";
import type { OpenStoreTarget, PictureObjects } from "../source/store-targets.ts";
import type { OpenTarget } from "./open-pictures.ts";
import type { StreamPages } from "./stream-pages.ts";

/** Pictures that were read, by place, and their ids. */
export interface ReadBatch {
  ids: readonly number[];
  pictures: readonly Picture[];
  pages: StreamPages;
  /** Whether the engine finds them by place alone, as a second batch's. */
  isByRow: boolean;
}

/** Opens the targets of pictures that were read. `write` fills their pages. */
export function openTargets(
  { targets }: OpenStore,
  batch: ReadBatch,
): { targets: Record<string, OpenTarget>; write(): void } {
  const writes: (() => void)[] = [];
  const opened: Record<string, OpenTarget> = {};
  for (const [name, target] of Object.entries(targets))
    opened[name] = target.kind === "objects" ? objectsOf(name, target, batch) : picturesOf(name, target, batch, writes);
  return {
    targets: opened,
    write() {
      for (const write of writes) write();
    },
  };
}

function objectsOf(
  name: string,
  { known }: Extract<OpenStoreTarget, { kind: "objects" }>,
  { ids, pictures, isByRow }: ReadBatch,
): OpenTarget {
  if (known && !isByRow) return { kind: "objects", set: known.set };
  const all = known ? ids.map((id) => known.at(id)) : pictures.map(({ targets }) => targets![name] as PictureObjects);
  return { kind: "objects", set: all[0]!.gather(`stream.targets.${name}`, all), isPlaced: true };
}

function picturesOf(
  name: string,
  target: Exclude<OpenStoreTarget, { kind: "objects" }>,
  { pictures, pages }: ReadBatch,
  writes: (() => void)[],
): OpenTarget {
  const { channels, format, layout } = target;
  const bytes = channels * BYTES_PER_ELEMENT[format];
  const own = pages.ofTarget(name, bytes);
  const { places, ...opened } = own.open(pictures);
  const data = pictures.map(({ targets }) => ({ data: targets![name] as Uint8Array<ArrayBuffer> }));
  writes.push(() => own.write(data, { ...opened, places }));
  const size = pages.size ?? { height: 1, width: 1 };
  const open = {
    ...{
      shape: { ...size, channels },
      format,
      layout,
      valueRange: target.kind === "image" ? target.valueRange : undefined,
    },
    ...opened,
    datasetSize: pictures.length,
    own: places && {
      sizes: (id: number) => pictures[id]!,
      // In values: a page's own unit are bytes here.
      places: { ...places, firsts: places.firsts.map((first) => first / BYTES_PER_ELEMENT[format]) },
    },
  };
  if (target.kind === "image") return { kind: "image", pictures: open };
  const { ignoreIndex, classes } = target.ids;
  return { kind: "mask", pictures: open, ignoreIndex, classes };
}
