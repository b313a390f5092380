/** From the arguments that torchvision, Pillow and timm pass around to those of our ops. */

/** Enhancement factors: 1 is the picture itself. */
export const factor = (value: number) => ({ factor: value });
/** torchvision's magnitude is what is added to 1. */
export const factorAbove1 = (value: number) => ({ factor: 1 + value });
export const bits = (value: number) => ({ bits: Math.min(8, value) });
export const threshold = (value: number) => ({ threshold: value });
export const shear = (value: number) => ({ share: value });
export const degrees = (value: number) => ({ degrees: value });
/** torchvision moves by whole pixels, right and down. */
export const wholePixels = (value: number) => ({ pixels: Math.trunc(value) || 0 });
/** Pillow's matrix moves the content left and up. */
export const pixelsBack = (value: number) => ({ pixels: -value || 0 });
