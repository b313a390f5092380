/** Pictures that are read with what stands in files beside them. */
import type { Decoder } from "./decoder.ts";
import type { FileTargets } from "./file-targets.ts";
import type { ImageInput, PictureBytes } from "./picture.ts";
import type { ReadPictures } from "./store.ts";
import type { FittedTargets, NamedBytes } from "./target-files.ts";

/** A picture that is to be decoded, and the files that belong to it. */
export interface WithFiles {
  input: ImageInput;
  name: string;
  files: Readonly<Record<string, NamedBytes>>;
}

/** A picture, and what belongs to it. */
export interface Fitted {
  picture: PictureBytes;
  targets: FittedTargets;
}

/** What a store's `read` gives; an error stands in the place of a picture of which something cannot be read. */
export async function readWithTargets(
  decoder: Decoder,
  belonging: FileTargets,
  each: readonly (() => WithFiles | Promise<WithFiles>)[],
  signal: AbortSignal,
): Promise<ReadPictures> {
  const made = each.map(async (open): Promise<Fitted | Error> => {
    try {
      const { input, name, files } = await open();
      const picture = await decoder.decode(input, name, signal);
      return { picture, targets: await belonging.fitted(files, picture, decoder.target) };
    } catch (error) {
      signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    }
  });
  const all = await Promise.all(made);
  return {
    images: all.map((one) => {
      if (one instanceof Error) return one;
      const { data, height, width } = one.picture;
      return decoder.target.size ? data : { data, height, width };
    }),
    targets: belonging.together(all.map((one) => (one instanceof Error ? undefined : one.targets))),
  };
}
