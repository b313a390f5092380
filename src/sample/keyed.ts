import { PURPOSE, streamKey } from "../draw/keys.ts";
import type { Placed } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";

/**
 * Gets a stage of the policy ready by its key: once for pictures of the batch (and the dataset), and where there are
 * any, once more for those of the second batch. The result is told which of the two it is.
 */
export function keyed<T>(
  { stage, position }: Placed<{ stream?: string }>,
  epoch: Key,
  prepare: (key: Key) => T,
): (isExternal: boolean) => T {
  const key = streamKey(epoch, position, stage.stream);
  const ready = prepare(key);
  let external: T | undefined;
  return (isExternal) => {
    if (!isExternal) return ready;
    external ??= prepare(foldIn(key, PURPOSE.external));
    return external;
  };
}
