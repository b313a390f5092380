import { type Places, packPictures } from "../analysis/places.ts";
import type { Format, Layout, PictureShape } from "../format/format.ts";
import type { ExpectedOptions } from "../lower/expected.ts";
import type { ClipNoise } from "../plan/clips.ts";
import { checkPairs, type OwnSizes } from "../plan/own-sizes.ts";
import type { Members } from "../sample/members.ts";
import type { CheckedObjects } from "../targets/objects.ts";

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
  /** Where pictures have sizes of their own; `shape` then has the largest sides. By sample id, or by row of a batch. */
  own?: OwnPictures;
  /** How many there are, where they are a dataset's. */
  datasetSize?: number;
  labelForm?: "ids" | "rows";
  labels?: LabelSource;
}

/** The sizes that pictures have of their own, and where each lies. */
export interface OwnPictures {
  sizes: OwnSizes["dataset"];
  places: Places;
}

/**
 * The sizes of `count` pictures in one buffer, in a list of our own, and where the pictures lie. @throws InputError
 */
export function openOwn(path: string, sizes: unknown, count: number, channels: number) {
  checkPairs(path, sizes, count);
  const places = packPictures(path, sizes, channels, Number.POSITIVE_INFINITY);
  return { sizes: Uint32Array.from(sizes), places };
}

/** A dataset or a view of one, as a step reads it. */
export interface OpenDataset extends OpenPictures {
  /** The sample ids of a view, by its indices; of a whole dataset indices are ids. */
  ids?: Uint32Array;
  /** The samples of a view. */
  members?: Members;
  /** Pictures in a sample: more than 1 where samples are clips. */
  clip: number;
  noise: ClipNoise;
  /** What belongs to the samples, by name and then by id. */
  targets?: Readonly<Record<string, OpenTarget>>;
  /** The named fields of some samples, by id. */
  fieldsOf: (ids: readonly number[]) => Record<string, unknown[]>;
}

/** A target of a dataset, checked, where it is. */
export type OpenTarget =
  | { kind: "mask"; pictures: OpenPictures; ignoreIndex: number | null; classes?: number }
  | { kind: "image"; pictures: OpenPictures }
  | {
      kind: "objects";
      set: CheckedObjects;
      /** Whether the set's pictures are those that were read, and not by id. */
      isPlaced?: boolean;
    };

/** As much of pictures as the kernels that read them are made for. */
export interface PictureForm
  extends Pick<ExpectedOptions, "shape" | "haveOwnSizes" | "format" | "layout" | "pages" | "labelForm"> {
  /** Of what belongs to them, where it is pictures. */
  targets?: Readonly<Record<string, TargetForm>>;
}

/** As much of a target's pictures. */
export type TargetForm = Omit<PictureForm, "targets" | "labelForm"> & {
  kind: "mask" | "image";
  ignoreIndex?: number | null;
  classes?: number | undefined;
};

export function formOf(pictures: OpenPictures & Pick<OpenDataset, "targets">): PictureForm {
  const { shape, own, format, layout, pages, labelForm, targets } = pictures;
  const form = { shape, haveOwnSizes: own !== undefined, format, layout, pages: pages.length, labelForm };
  if (!targets) return form;
  const forms = Object.entries(targets).flatMap(([name, target]): [string, TargetForm][] => {
    if (target.kind === "objects") return [];
    const { pictures, ...rest } = target;
    const { labelForm: _, ...made } = formOf(pictures);
    return [[name, { ...made, ...rest }]];
  });
  return { ...form, targets: Object.fromEntries(forms) };
}

const lastForms = new WeakMap<GPUDevice, PictureForm>();

/**
 * Remembers what a dataset is like, for engines that are made after it: it says what they will read, and nothing else
 * does.
 */
export function noteForm(device: GPUDevice, pictures: OpenPictures): void {
  lastForms.set(device, formOf(pictures));
}

/** What the dataset is like that was made last on the device. */
export const lastForm = (device: GPUDevice): PictureForm | undefined => lastForms.get(device);
