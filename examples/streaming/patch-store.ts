/** Every 64×64 patch of seven photographs, cut when it is asked for: a large dataset that needs no download. */
import type { PictureStore } from "mixwell";
import { cut, loadPhotos, NAMES, SIDE } from "../shared/photos.ts";

const PATCH = 64;
/** Places of a patch along a side of a photograph. */
const PLACES = SIDE - PATCH + 1;

/** @param count the first so many patches; default all 260,743 */
export async function patchStore(count?: number): Promise<PictureStore> {
  const photos = await loadPhotos();
  const total = count ?? photos.length * PLACES * PLACES;
  return {
    count: total,
    height: PATCH,
    width: PATCH,
    channels: 3,
    // Known before anything is read, so a stream can be split by class.
    labels: Uint32Array.from({ length: total }, (_, id) => id % photos.length),
    classNames: NAMES,
    read(ids) {
      const images = new Uint8Array(ids.length * PATCH * PATCH * 3);
      ids.forEach((id, row) => {
        const place = Math.floor(id / photos.length);
        const patch = cut(photos[id % photos.length]!, place % PLACES, Math.floor(place / PLACES), PATCH);
        images.set(patch, row * patch.length);
      });
      return { images };
    },
  };
}
