/** The seven photographs with all that belongs to them, as a dataset. */
import { Dataset } from "mixwell";
import { ANNOTATIONS, type Annotated, CLASSES, mapOf, POINTS, SIDE } from "./annotations.ts";

const FILES = Object.keys(ANNOTATIONS);

export async function loadPictures(device: GPUDevice): Promise<Dataset> {
  const pictures = await Promise.all(FILES.map(pixelsOf));
  const all = FILES.map((name) => ANNOTATIONS[name]!);
  const objects = all.flat();
  const ids = new Uint8Array(FILES.length * SIDE * SIDE);
  all.forEach((annotated, i) => {
    ids.set(mapOf(annotated), i * SIDE * SIDE);
  });
  const dataset = await Dataset.fromImages(device, pictures, { height: SIDE, width: SIDE });
  await dataset.addTargets({
    masks: { kind: "mask", ids, classes: CLASSES.length },
    objects: {
      kind: "objects",
      format: "xyxy",
      boxes: all.map((annotated) => annotated.map(boxOf)),
      labels: objects.map(({ className }) => CLASSES.findIndex(({ name }) => name === className)),
      keypoints: { data: objects.flatMap(pointsOf), count: POINTS.length, swap: [[0, 1]] },
      polygons: {
        vertices: objects.flatMap(({ outline }) => [...outline]),
        offsets: Uint32Array.from([0, ...objects.map((_, i) => verticesUntil(objects, i))]),
      },
    },
  });
  return dataset;
}

const verticesUntil = (objects: readonly Annotated[], last: number): number =>
  objects.slice(0, last + 1).reduce((sum, { outline }) => sum + outline.length / 2, 0);

function boxOf({ outline }: Annotated): number[] {
  const [across, down] = [0, 1].map((axis) => outline.filter((_, i) => i % 2 === axis)) as [number[], number[]];
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

/** x, y and v of each; v is 0 where there is no face. */
function pointsOf({ face }: Annotated): number[] {
  return POINTS.flatMap((_, k) => (face ? [face[2 * k]!, face[2 * k + 1]!, 2] : [0, 0, 0]));
}

async function pixelsOf(name: string): Promise<ImageData> {
  const response = await fetch(`photos/${name}.png`);
  if (!response.ok) throw new Error(`photos/${name}.png: expected a photograph, found status ${response.status}`);
  const photo = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(photo, 0, 0);
  photo.close();
  return context.getImageData(0, 0, SIDE, SIDE);
}
