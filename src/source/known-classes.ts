/**
 * Class names for applications. The loaders have theirs in a file of their own: of a file that a loader shares with the
 * public surface, esbuild keeps everything in what an application loads at first.
 */
import { cifar10Classes, cifar100Classes } from "./class-names.ts";

/** CIFAR-10's classes by id. */
export const CIFAR10_CLASSES: readonly string[] = cifar10Classes;

/** CIFAR-100's 100 fine classes by id. */
export const CIFAR100_CLASSES: readonly string[] = cifar100Classes;

/** Fashion-MNIST (Xiao, Rasul, Vollgraf, 2017). */
export const FASHION_MNIST_CLASSES: readonly string[] = [
  "T-shirt/top",
  "Trouser",
  "Pullover",
  "Dress",
  "Coat",
  "Sandal",
  "Shirt",
  "Sneaker",
  "Bag",
  "Ankle boot",
];
