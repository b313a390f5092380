/** Real pictures to work with: seven photographs, 256×256 RGB, and patches cut out of them. In pages and in workers. */

export const SIDE = 256;
const FILES = ["astronaut", "chelsea", "coffee", "hubble", "raccoon", "retina", "rocket"];
/** What is to be seen on them: class names, in the order of the photographs. Chelsea is a cat. */
export const NAMES = ["astronaut", "cat", "coffee", "galaxies", "raccoon", "retina", "rocket"];

/** The photographs' pixels: 256 × 256 × 3 bytes each. */
export function loadPhotos(): Promise<Uint8Array[]> {
  return Promise.all(FILES.map(loadPhoto));
}

async function loadPhoto(name: string): Promise<Uint8Array> {
  const response = await fetch(`/photos/${name}.png`);
  if (!response.ok) throw new Error(`/photos/${name}.png: expected a photograph, found status ${response.status}`);
  const context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(await createImageBitmap(await response.blob()), 0, 0);
  return context.getImageData(0, 0, SIDE, SIDE).data.filter((_, i) => i % 4 !== 3) as unknown as Uint8Array;
}

/** The pixels of a square out of a photograph: side × side × 3 bytes. */
export function cut(photo: Uint8Array, x: number, y: number, side: number): Uint8Array {
  const patch = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    const start = ((y + row) * SIDE + x) * 3;
    patch.set(photo.subarray(start, start + side * 3), row * side * 3);
  }
  return patch;
}

/**
 * All patches of a grid over every photograph, as `Dataset.fromArrays` takes them: (256 / side)² a photograph, 7
 * classes.
 */
export async function patches(side: number) {
  const photos = await loadPhotos();
  const across = Math.floor(SIDE / side);
  const found = photos.flatMap((photo) =>
    Array.from({ length: across * across }, (_, i) =>
      cut(photo, (i % across) * side, Math.floor(i / across) * side, side),
    ),
  );
  const images = new Uint8Array(found.length * side * side * 3);
  found.forEach((patch, i) => {
    images.set(patch, i * patch.length);
  });
  const labels = Uint32Array.from(found, (_, i) => Math.floor(i / (across * across)));
  return { images, shape: [found.length, side, side, 3], labels, classNames: NAMES };
}
