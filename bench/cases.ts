/**
 * What is measured: every mixer × input type × shape, one row with normalisation and NCHW, and RandAugment before
 * MixUp.
 */
import type { Format, OutputOptions, PictureShape } from "../src/index.ts";

export interface Case {
  /** `mixup u8`, `cutmix f32`, … */
  name: string;
  mixer: "mixup" | "cutmix";
  /** Ops before the mixer: torchvision's RandAugment, two of 14 ops a picture. */
  augment?: "randAugment";
  format: Extract<Format, "u8" | "f32">;
  batch: number;
  shape: PictureShape;
  output: OutputOptions;
}

/** The mean and standard deviation of ImageNet, as torchvision and timm normalise. */
export const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** MNIST, CIFAR and ImageNet batches. */
const SHAPES: { batch: number; shape: PictureShape }[] = [
  { batch: 64, shape: { height: 28, width: 28, channels: 1 } },
  { batch: 64, shape: { height: 32, width: 32, channels: 3 } },
  { batch: 32, shape: { height: 224, width: 224, channels: 3 } },
];

/** The shape that the targets are about. */
export const TARGET_SHAPE = "32×224×224×3";

/** The case that the target for image ops is about, at both of its shapes. */
export const RAND_AUGMENT = "RandAugment(2) + mixup u8, normalised";

/** The training step that the others are compared with. */
export const NO_AUGMENTATION = "no augmentation";

/** Classes of the labels that every contender mixes along. */
export const CLASSES = 10;

export function allCases(): Case[] {
  const cases: Case[] = [];
  for (const { batch, shape } of SHAPES) {
    for (const mixer of ["mixup", "cutmix"] as const) {
      for (const format of ["u8", "f32"] as const)
        cases.push({ name: `${mixer} ${format}`, mixer, format, batch, shape, output: {} });
    }
  }
  const large = SHAPES[SHAPES.length - 1]!;
  cases.push({
    ...large,
    name: "mixup u8, normalised, NCHW",
    mixer: "mixup",
    format: "u8",
    output: { layout: "nchw", normalize: IMAGENET },
  });
  for (const { batch, shape } of SHAPES.filter(({ shape }) => shape.channels === 3)) {
    const name = RAND_AUGMENT;
    cases.push({
      name,
      mixer: "mixup",
      augment: "randAugment",
      format: "u8",
      batch,
      shape,
      output: { normalize: IMAGENET },
    });
  }
  return cases;
}

/** `32×224×224×3` */
export function shapeName({ batch, shape: { height, width, channels } }: Case): string {
  return [batch, height, width, channels].join("×");
}

/** Pixels of a batch. */
export const pixelCount = ({ batch, shape: { height, width } }: Case): number => batch * height * width;

/** Values in a picture. */
export function pictureSize({ shape: { height, width, channels } }: Case): number {
  return height * width * channels;
}
