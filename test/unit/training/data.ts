/** What tests of training share: pictures that can be learnt, made by a formula. */
import type { LabelledPictures, TrainData } from "../../../training/types.ts";

/**
 * Stripes: class k has columns bright where (column + k) is a multiple of the number of classes; every picture is
 * shifted by its number.
 */
export function stripes({
  train,
  test,
  side,
  classes,
  channels = 1,
}: {
  train: number;
  test: number;
  side: number;
  classes: number;
  channels?: number;
}): TrainData {
  const part = (count: number, from: number): LabelledPictures => {
    const images = new Uint8Array(count * side * side * channels);
    const labels = Uint8Array.from({ length: count }, (_, i) => (from + i) % classes);
    images.forEach((_, at) => {
      const picture = Math.floor(at / (side * side * channels));
      const column = Math.floor(at / channels) % side;
      images[at] =
        (column + labels[picture]!) % classes === 0 ? 200 + ((from + picture) % 40) : (from + picture * 7 + at) % 60;
    });
    return { images, labels, count };
  };
  const names = Array.from({ length: classes }, (_, k) => `stripes ${k}`);
  return {
    name: "stripes",
    train: part(train, 0),
    test: part(test, train),
    height: side,
    width: side,
    channels,
    classes: names,
  };
}
