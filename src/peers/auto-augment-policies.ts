/**
 * The sub-policies of AutoAugment (Cubuk et al. 2019, arXiv:1805.09501), as data: two ops each, with the chance that
 * the op is applied and its magnitude (0 to 10; null where the op has none, and where the peers disagree about a number
 * that has no effect).
 */
export type SubPolicy = readonly (readonly [entry: string, prob: number, magnitude: number | null])[];

/** ImageNet, as published: torchvision `IMAGENET`, timm `original`. */
// biome-ignore format: one sub-policy a line.
export const imagenet: readonly SubPolicy[] = [
  [["Posterize", 0.4, 8], ["Rotate", 0.6, 9]],
  [["Solarize", 0.6, 5], ["AutoContrast", 0.6, null]],
  [["Equalize", 0.8, null], ["Equalize", 0.6, null]],
  [["Posterize", 0.6, 7], ["Posterize", 0.6, 6]],
  [["Equalize", 0.4, null], ["Solarize", 0.2, 4]],
  [["Equalize", 0.4, null], ["Rotate", 0.8, 8]],
  [["Solarize", 0.6, 3], ["Equalize", 0.6, null]],
  [["Posterize", 0.8, 5], ["Equalize", 1, null]],
  [["Rotate", 0.2, 3], ["Solarize", 0.6, 8]],
  [["Equalize", 0.6, null], ["Posterize", 0.4, 6]],
  [["Rotate", 0.8, 8], ["Color", 0.4, 0]],
  [["Rotate", 0.4, 9], ["Equalize", 0.6, null]],
  [["Equalize", 0, null], ["Equalize", 0.8, null]],
  [["Invert", 0.6, null], ["Equalize", 1, null]],
  [["Color", 0.6, 4], ["Contrast", 1, 8]],
  [["Rotate", 0.8, 8], ["Color", 1, 2]],
  [["Color", 0.8, 8], ["Solarize", 0.8, 7]],
  [["Sharpness", 0.4, 7], ["Invert", 0.6, null]],
  [["ShearX", 0.6, 5], ["Equalize", 1, null]],
  [["Color", 0.4, 0], ["Equalize", 0.6, null]],
  [["Equalize", 0.4, null], ["Solarize", 0.2, 4]],
  [["Solarize", 0.6, 5], ["AutoContrast", 0.6, null]],
  [["Invert", 0.6, null], ["Equalize", 1, null]],
  [["Color", 0.6, 4], ["Contrast", 1, 8]],
  [["Equalize", 0.8, null], ["Equalize", 0.6, null]],
];

/** ImageNet, as in the authors' TPU code: timm `v0`, DALI `image_net`. */
// biome-ignore format: one sub-policy a line.
export const v0: readonly SubPolicy[] = [
  [["Equalize", 0.8, null], ["ShearY", 0.8, 4]],
  [["Color", 0.4, 9], ["Equalize", 0.6, null]],
  [["Color", 0.4, 1], ["Rotate", 0.6, 8]],
  [["Solarize", 0.8, 3], ["Equalize", 0.4, null]],
  [["Solarize", 0.4, 2], ["Solarize", 0.6, 2]],
  [["Color", 0.2, 0], ["Equalize", 0.8, null]],
  [["Equalize", 0.4, null], ["SolarizeAdd", 0.8, 3]],
  [["ShearX", 0.2, 9], ["Rotate", 0.6, 8]],
  [["Color", 0.6, 1], ["Equalize", 1, null]],
  [["Invert", 0.4, null], ["Rotate", 0.6, 0]],
  [["Equalize", 1, null], ["ShearY", 0.6, 3]],
  [["Color", 0.4, 7], ["Equalize", 0.6, null]],
  [["Posterize", 0.4, 6], ["AutoContrast", 0.4, null]],
  [["Solarize", 0.6, 8], ["Color", 0.6, 9]],
  [["Solarize", 0.2, 4], ["Rotate", 0.8, 9]],
  [["Rotate", 1, 7], ["TranslateYRel", 0.8, 9]],
  [["ShearX", 0, 0], ["Solarize", 0.8, 4]],
  [["ShearY", 0.8, 0], ["Color", 0.6, 4]],
  [["Color", 1, 0], ["Rotate", 0.6, 2]],
  [["Equalize", 0.8, null], ["Equalize", 0, null]],
  [["Equalize", 1, null], ["AutoContrast", 0.6, null]],
  [["ShearY", 0.4, 7], ["SolarizeAdd", 0.6, 7]],
  [["Posterize", 0.8, 2], ["Solarize", 0.6, 10]],
  [["Solarize", 0.6, 8], ["Equalize", 0.6, null]],
  [["Color", 0.8, 6], ["Rotate", 0.4, 5]],
];

/** CIFAR-10: torchvision `CIFAR10`. */
// biome-ignore format: one sub-policy a line.
export const cifar10: readonly SubPolicy[] = [
  [["Invert", 0.1, null], ["Contrast", 0.2, 6]],
  [["Rotate", 0.7, 2], ["TranslateX", 0.3, 9]],
  [["Sharpness", 0.8, 1], ["Sharpness", 0.9, 3]],
  [["ShearY", 0.5, 8], ["TranslateY", 0.7, 9]],
  [["AutoContrast", 0.5, null], ["Equalize", 0.9, null]],
  [["ShearY", 0.2, 7], ["Posterize", 0.3, 7]],
  [["Color", 0.4, 3], ["Brightness", 0.6, 7]],
  [["Sharpness", 0.3, 9], ["Brightness", 0.7, 9]],
  [["Equalize", 0.6, null], ["Equalize", 0.5, null]],
  [["Contrast", 0.6, 7], ["Sharpness", 0.6, 5]],
  [["Color", 0.7, 7], ["TranslateX", 0.5, 8]],
  [["Equalize", 0.3, null], ["AutoContrast", 0.4, null]],
  [["TranslateY", 0.4, 3], ["Sharpness", 0.2, 6]],
  [["Brightness", 0.9, 6], ["Color", 0.2, 8]],
  [["Solarize", 0.5, 2], ["Invert", 0, null]],
  [["Equalize", 0.2, null], ["AutoContrast", 0.6, null]],
  [["Equalize", 0.2, null], ["Equalize", 0.6, null]],
  [["Color", 0.9, 9], ["Equalize", 0.6, null]],
  [["AutoContrast", 0.8, null], ["Solarize", 0.2, 8]],
  [["Brightness", 0.1, 3], ["Color", 0.7, 0]],
  [["Solarize", 0.4, 5], ["AutoContrast", 0.9, null]],
  [["TranslateY", 0.9, 9], ["TranslateY", 0.7, 9]],
  [["AutoContrast", 0.9, null], ["Solarize", 0.8, 3]],
  [["Equalize", 0.8, null], ["Invert", 0.1, null]],
  [["TranslateY", 0.7, 9], ["AutoContrast", 0.9, null]],
];

/** SVHN: torchvision `SVHN`. */
// biome-ignore format: one sub-policy a line.
export const svhn: readonly SubPolicy[] = [
  [["ShearX", 0.9, 4], ["Invert", 0.2, null]],
  [["ShearY", 0.9, 8], ["Invert", 0.7, null]],
  [["Equalize", 0.6, null], ["Solarize", 0.6, 6]],
  [["Invert", 0.9, null], ["Equalize", 0.6, null]],
  [["Equalize", 0.6, null], ["Rotate", 0.9, 3]],
  [["ShearX", 0.9, 4], ["AutoContrast", 0.8, null]],
  [["ShearY", 0.9, 8], ["Invert", 0.4, null]],
  [["ShearY", 0.9, 5], ["Solarize", 0.2, 6]],
  [["Invert", 0.9, null], ["AutoContrast", 0.8, null]],
  [["Equalize", 0.6, null], ["Rotate", 0.9, 3]],
  [["ShearX", 0.9, 4], ["Solarize", 0.3, 3]],
  [["ShearY", 0.8, 8], ["Invert", 0.7, null]],
  [["Equalize", 0.9, null], ["TranslateY", 0.6, 6]],
  [["Invert", 0.9, null], ["Equalize", 0.6, null]],
  [["Contrast", 0.3, 3], ["Rotate", 0.8, 4]],
  [["Invert", 0.8, null], ["TranslateY", 0, 2]],
  [["ShearY", 0.7, 6], ["Solarize", 0.4, 8]],
  [["Invert", 0.6, null], ["Rotate", 0.8, 4]],
  [["ShearY", 0.3, 7], ["TranslateX", 0.9, 3]],
  [["ShearX", 0.1, 6], ["Invert", 0.6, null]],
  [["Solarize", 0.7, 2], ["TranslateY", 0.6, 7]],
  [["ShearY", 0.8, 4], ["Invert", 0.8, null]],
  [["ShearX", 0.7, 9], ["TranslateY", 0.8, 3]],
  [["ShearY", 0.8, 5], ["AutoContrast", 0.7, null]],
  [["ShearX", 0.7, 2], ["Invert", 0.1, null]],
];
