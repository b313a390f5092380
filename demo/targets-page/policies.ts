/** The policies that one can choose from, and the code that they are. */
import {
  colorJitter,
  cutmix,
  mixup,
  mosaic,
  ops,
  type Policy,
  randomBoxSafeCrop,
  randomIouCrop,
  randomPerspective,
  randomZoomOut,
} from "mixwell";

export interface Choice {
  name: string;
  words: string;
  /** What is imported, and the stages, as one writes them. */
  imports: string;
  code: string;
  policy: Policy;
  /** A peer's, where it has the same. */
  python?: string;
}

/** Objects of which nothing is left go. */
const torchvision = (...transforms: string[]): string =>
  [
    "from torchvision.transforms import v2",
    "",
    "transform = v2.Compose([",
    ...[...transforms, "v2.SanitizeBoundingBoxes()"].map((one) => `    ${one},`),
    "])",
    "image, target = transform(image, target)  # tv_tensors",
    "",
  ].join("\n");

export const CHOICES: Readonly<Record<string, Choice>> = {
  turn: {
    name: "Mirror and turn",
    words: "Outlines are turned, and enclosed once. Left and right eyes change places in a mirror.",
    imports: "ops",
    code: "[ops.flipX({ prob: 0.5 }), ops.rotate({ degrees: [-30, 30] })]",
    policy: [ops.flipX({ prob: 0.5 }), ops.rotate({ degrees: [-30, 30] })],
    python: torchvision(
      "v2.RandomHorizontalFlip(0.5)",
      "v2.RandomRotation(30, interpolation=v2.InterpolationMode.BILINEAR)",
    ),
  },
  iou: {
    name: "Crop by overlap",
    words: "SSD's crop: a window that overlaps an object as much as was drawn. What is cut off lowers “visible”.",
    imports: "randomIouCrop",
    code: "randomIouCrop({ overlaps: [0.1, 0.3, 0.5] })",
    policy: randomIouCrop({ overlaps: [0.1, 0.3, 0.5] }),
    python: torchvision("v2.RandomIoUCrop(sampler_options=[0.1, 0.3, 0.5])", "v2.Resize((256, 256))"),
  },
  safe: {
    name: "Crop around objects",
    words: "Every window keeps all objects whole.",
    imports: "randomBoxSafeCrop",
    code: "randomBoxSafeCrop()",
    policy: randomBoxSafeCrop(),
    python: `import albumentations as A

transform = A.Compose(
    [A.RandomSizedBBoxSafeCrop(height=256, width=256)],
    bbox_params=A.BboxParams(format="pascal_voc", label_fields=["labels"]),
)
result = transform(image=image, mask=mask, bboxes=boxes, labels=labels)
`,
  },
  zoom: {
    name: "Zoom out",
    words: "The picture somewhere on a larger canvas. What is new has no class: the map's ignored id.",
    imports: "randomZoomOut",
    code: "randomZoomOut({ side: [1.2, 2.5], fill: [114] })",
    policy: randomZoomOut({ side: [1.2, 2.5], fill: [114] }),
    python: torchvision("v2.RandomZoomOut(fill=114, side_range=(1.2, 2.5), p=1)", "v2.Resize((256, 256))"),
  },
  perspective: {
    name: "Perspective",
    words: "Each corner moves, and everything with it.",
    imports: "randomPerspective",
    code: "randomPerspective({ distortionScale: 0.6, prob: 1 })",
    policy: randomPerspective({ distortionScale: 0.6, prob: 1 }),
    python: torchvision("v2.RandomPerspective(distortion_scale=0.6, p=1)"),
  },
  cutmix: {
    name: "CutMix",
    words:
      "What the patch covers is gone, and what it brings is cut by it. A hole in the middle only lowers “visible”.",
    imports: "cutmix",
    code: "cutmix()",
    policy: cutmix(),
  },
  mixup: {
    name: "MixUp",
    words: "Both pictures’ objects, each with its λ. The map is that of the larger part.",
    imports: "mixup",
    code: "mixup({ alpha: 1 })",
    policy: mixup({ alpha: 1 }),
  },
  mosaic: {
    name: "Mosaic",
    words: "Four pictures’ objects, cut where the pictures are.",
    imports: "mosaic",
    code: "mosaic()",
    policy: mosaic(),
  },
  all: {
    name: "All together",
    words: "Mirror, crop, turn, colours, and then CutMix: all of it moves with the pictures.",
    imports: "colorJitter, cutmix, ops, randomIouCrop",
    code: `[
    ops.flipX({ prob: 0.5 }),
    randomIouCrop({ overlaps: [0.3, 0.5, 1] }),
    ops.rotate({ degrees: [-20, 20] }),
    colorJitter({ brightness: 0.3, saturation: 0.3 }),
    cutmix({ prob: 0.7 }),
  ]`,
    policy: [
      ops.flipX({ prob: 0.5 }),
      randomIouCrop({ overlaps: [0.3, 0.5, 1] }),
      ops.rotate({ degrees: [-20, 20] }),
      colorJitter({ brightness: 0.3, saturation: 0.3 }),
      cutmix({ prob: 0.7 }),
    ],
  },
};

export const codeOf = ({ imports, code }: Choice, seed: number, epoch: number): string =>
  `import { createEngine, Dataset, mapTarget, objectTarget, ${imports} } from "mixwell";

const dataset = await Dataset.fromImages(device, photos, { height: 256, width: 256 });
await dataset.addTargets({
  masks: { kind: "mask", ids, classes: 14 }, // a class id a pixel
  objects: { kind: "objects", format: "xyxy", boxes, labels, polygons, keypoints },
});

const engine = await createEngine(device, {
  seed: ${seed},
  policy: ${code},
  targets: {
    masks: mapTarget({ blends: "dominant" }),
    objects: objectTarget({ minVisibility: 0.05 }),
  },
});
const { images, targets } = engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5, 6] }, { epoch: ${epoch} });
// targets.masks.buffer: [7, 256, 256] ids on the GPU
// targets.objects: boxes, labels, weight, visible, keypoints, polygons …`;
