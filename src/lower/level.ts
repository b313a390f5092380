/** The pictures of one level of the plan's graph, as kernels find them. */
import type { Format, Layout, PictureShape } from "../format/format.ts";
import type { BufferName } from "./recording.ts";

export interface Level {
  shape: PictureShape;
  /** How the pictures lie: packed in one of the formats, or in scratch memory (one word or one vec4f a pixel). */
  memory: Format | "pixels_u8" | "pixels_f32";
  layout: Layout;
  /** Where black and white are. */
  range: readonly [number, number];
  /** The buffers they are in, page by page. */
  pages: BufferName[];
  /** Pictures in the level. */
  count: number;
  /** Page and index of the picture at a position, in one word. */
  wordOf(position: number): number;
}
