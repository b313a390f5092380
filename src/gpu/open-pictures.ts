import type { Format, Layout, PictureShape } from "../format/format.ts";

/** Labels of pictures: in a buffer, or in memory that is uploaded with the step. */
export type LabelSource = GPUBuffer | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Pictures that lie on the GPU, and their labels, as kernels are told of them. */
export interface OpenPictures {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** Where black and white are in float pictures. */
  valueRange?: [number, number];
  /** Where they lie, and how many lie in each full page. */
  pages: { buffer: GPUBuffer; size: number }[];
  picturesPerPage: number;
  /** How many there are, where they are a dataset's. */
  datasetSize?: number;
  labelForm?: "ids" | "rows";
  labels?: LabelSource;
}
