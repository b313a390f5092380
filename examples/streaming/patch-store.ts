/** Every 64×64 patch of seven photographs, cut when it is asked for: a large dataset that needs no download. */
import { cut, loadPhotos, SIDE } from "../shared/photos.ts";
import type { PictureStore } from "./stream.ts";

export const PATCH = 64;
/** Places of a patch along a side of a photograph. */
const PLACES = SIDE - PATCH + 1;

/** @param count the first so many patches; default all 260,743 */
export async function patchStore(count?: number): Promise<PictureStore> {
  const photos = await loadPhotos();
  return {
    count: count ?? photos.length * PLACES * PLACES,
    height: PATCH,
    width: PATCH,
    channels: 3,
    async read(ids) {
      const images = new Uint8Array(ids.length * PATCH * PATCH * 3);
      ids.forEach((id, row) => {
        const place = Math.floor(id / photos.length);
        const patch = cut(photos[id % photos.length]!, place % PLACES, Math.floor(place / PLACES), PATCH);
        images.set(patch, row * patch.length);
      });
      return { images, labels: Uint32Array.from(ids, (id) => id % photos.length) };
    },
  };
}
