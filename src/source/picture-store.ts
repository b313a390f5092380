/** A store of picture files, wherever each of them is: decoded when it is read. */
import { InputError, SourceError } from "../check/errors.ts";
import { listOf } from "../check/lists.ts";
import { checkDecoder, DECODER_KEYS, Decoder } from "./decoder.ts";
import { type FileHandle, isHandle } from "./file-handle.ts";
import { ANNOTATED_KEYS, checkBelonging, checkTarget, type DecodeOptions } from "./images.ts";
import { checkAnnotations } from "./labels.ts";
import type { ImageInput, Target } from "./picture.ts";
import { pathOf } from "./read.ts";
import type { OwnSizedPicture, PictureStore } from "./store.ts";
import { readWithTargets } from "./with-targets.ts";

/** As `Dataset.fromImages` takes them. */
export type PictureStoreOptions = Omit<DecodeOptions, "onError" | "onProgress" | "signal">;

export const PICTURE_STORE_KEYS: readonly (keyof PictureStoreOptions)[] = [...ANNOTATED_KEYS, ...DECODER_KEYS];

/** @throws InputError, SourceError for labels and fields */
export function pictureStore(pictures: ArrayLike<ImageInput | FileHandle>, options: PictureStoreOptions): PictureStore {
  const target = checkTarget(options);
  checkDecoder(options);
  const list = listOf("images", pictures, "a list of at least one picture") as (ImageInput | FileHandle)[];
  if (list.length === 0) throw new InputError("images", "a list of at least one picture", list);
  const { labels, labelRows, fields, classes, classNames } = options;
  const annotations = { labels, labelRows, fields, classes, classNames };
  checkAnnotations(annotations, list.length);
  const own = list.map((picture) => (isHandle(picture) ? picture.name : pathOf(picture)));
  const names = own.map((name, i) => name || `images[${i}]`);
  const belonging = checkBelonging(options.targets, target);
  const filesOf = belonging?.paired("targets", own);
  const decoder = new Decoder(target, options);
  const opened = (id: number) => {
    const picture = list[id]!;
    return isHandle(picture) ? picture.getFile() : picture;
  };
  return {
    ...{ count: list.length, ...sizeOf(target), channels: target.channels },
    ...annotations,
    fields: { name: names, ...fields },
    ...(belonging && { targets: belonging.described }),
    async read(ids, { signal }) {
      if (belonging) {
        const each = ids.map((id) => async () => {
          const [input, files] = await Promise.all([opened(id), filesOf!(id, signal)]);
          return { input, name: names[id]!, files };
        });
        return readWithTargets(decoder, belonging, each, signal);
      }
      const images = ids.map((id) => decodedIn(decoder, opened(id), names[id]!, signal));
      return { images: await Promise.all(images) };
    },
  };
}

/** What a store says of the size of its pictures. */
export const sizeOf = ({ size }: Target): Pick<PictureStore, "height" | "width" | "sizes"> => size ?? { sizes: "own" };

/** A picture for its store, or why there is none: one that cannot be decoded leaves the others as they are. */
export async function decodedIn(
  decoder: Decoder,
  picture: ImageInput | Promise<File>,
  name: string,
  signal: AbortSignal,
): Promise<Uint8Array | OwnSizedPicture | Error> {
  try {
    const decoded = await decoder.decode(await picture, name, signal);
    return decoder.target.size ? decoded.data : decoded;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceError) return error;
    // The file is gone, most likely.
    return error instanceof Error ? error : new Error(String(error));
  }
}
