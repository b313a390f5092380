/** Pictures onto canvases. */
import type { Pictures } from "./backend.ts";

export function paint(canvas: HTMLCanvasElement, pictures: Pictures, index: number): void {
  const { height, width } = pictures;
  canvas.width = width;
  canvas.height = height;
  // A thumbnail's few pixels are shown as they are.
  canvas.classList.toggle("pixels", width <= 64);
  canvas.getContext("2d", { willReadFrequently: true })!.putImageData(toImageData(pictures, index), 0, 0);
}

/** One channel is grey, two or more than four show the first three they have; nothing is transparent. */
function toImageData({ data, height, width, channels }: Pictures, index: number): ImageData {
  const image = new ImageData(width, height);
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  let from = index * height * width * channels;
  for (let to = 0; to < image.data.length; to += 4, from += channels) {
    image.data[to] = data[from]!;
    image.data[to + 1] = data[from + green]!;
    image.data[to + 2] = data[from + blue]!;
    image.data[to + 3] = 255;
  }
  return image;
}
