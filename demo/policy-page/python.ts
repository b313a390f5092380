/** The peer's own Python for a preset that nobody changed, and where the documentation has it. */
import { isPreset } from "./address.ts";
import type { PresetName } from "./presets.ts";
import type { PolicyState } from "./state.ts";

const V2 = "from torchvision.transforms import v2\n\n";
const TIMM = "from timm.data.auto_augment import";
const HPARAMS = "dict(img_mean=(128, 128, 128))";

const PYTHON: Partial<Record<PresetName, string>> = {
  kerascv: "import keras_cv\n\nlayer = keras_cv.layers.RandAugment(value_range=(0, 255))\n",
  torchvision: `${V2}transform = v2.RandAugment(num_ops=2, magnitude=9)\n`,
  timm: `${TIMM} rand_augment_transform\n\ntransform = rand_augment_transform("rand-m9-mstd0.5-inc1", ${HPARAMS})\n`,
  trivial: `${V2}transform = v2.TrivialAugmentWide()\n`,
  imagenet: `${V2}transform = v2.AutoAugment(v2.AutoAugmentPolicy.IMAGENET)\n`,
  cifar10: `${V2}transform = v2.AutoAugment(v2.AutoAugmentPolicy.CIFAR10)\n`,
  svhn: `${V2}transform = v2.AutoAugment(v2.AutoAugmentPolicy.SVHN)\n`,
  three: `${TIMM} auto_augment_transform\n\ntransform = auto_augment_transform("3a", ${HPARAMS})\n`,
  augmix: `${V2}transform = v2.AugMix(severity=3, mixture_width=3)\n`,
  augmixKerascv: "import keras_cv\n\nlayer = keras_cv.layers.AugMix(value_range=(0, 255))\n",
};

/** Undefined where there is no counterpart: for a list of one's own, and where a mixer of ours follows. */
export const pythonOf = (state: PolicyState): string | undefined =>
  state.mixer === "none" && isPreset(state) ? PYTHON[state.preset] : undefined;

const MAGNITUDES = "magnitudes/autoaugment";

/** Pages of the documentation; what is not here stands on the page of policies. */
export const DOCS: Partial<Record<PresetName, string>> = {
  kerascv: "recipes/kerascv",
  torchvision: "recipes/torchvision",
  timm: "recipes/timm",
  standard: "recipes/kerascv",
  trivial: "magnitudes/trivialaugment",
  imagenet: MAGNITUDES,
  cifar10: MAGNITUDES,
  svhn: MAGNITUDES,
  three: "recipes/deit3",
  augmix: "magnitudes/augmix",
  augmixKerascv: "magnitudes/augmix",
};

/** Where the documentation says more of what is shown. */
export const docsOf = (state: PolicyState): string => (isPreset(state) && DOCS[state.preset]) || "policies";
