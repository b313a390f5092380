/** Entries of the magnitude tables whose weak end does more than the strong one, as it does there. */

/**
 * timm's entries that are not `Increasing`: an enhancement from 0.1 to 1.9, and fewer bits or a lower threshold at a
 * lower level.
 */
export const PAPERS = [
  "Posterize",
  "PosterizeOriginal",
  "Solarize",
  "Color",
  "Contrast",
  "Brightness",
  "Sharpness",
].map((name) => `timm ${name}`);
/** What the code draws instead of what it says, kept under its own name. */
export const QUIRKS = [
  "keras3Quirks Solarization",
  "keras3Quirks RandomPosterization",
  "kerascvAugMixQuirks Posterize",
  "kerascvAugMixQuirks Rotate",
  "kerascvAugMixQuirks Solarize",
];
