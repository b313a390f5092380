/** A camera, or a canvas that plays one. */

/** Time to hold something up to a camera. */
const SHOW_MS = 1500;

export interface Camera {
  isReal: boolean;
  /** Waits until the video shows what belongs to a class: the first, or the second. */
  show(label: number): Promise<void>;
}

/** Plays the camera in a video element. */
export async function openCamera(video: HTMLVideoElement): Promise<Camera> {
  const camera = await navigator.mediaDevices
    ?.getUserMedia({ video: { width: 320, height: 240 } })
    .catch(() => undefined);
  const show = camera ? undefined : paintScenes(video);
  if (camera) video.srcObject = camera;
  await video.play();
  return { isReal: camera !== undefined, show: show ?? (() => new Promise((done) => setTimeout(done, SHOW_MS))) };
}

/** The next frame that the video shows. */
export const nextFrame = (video: HTMLVideoElement): Promise<unknown> =>
  new Promise((done) => video.requestVideoFrameCallback(done));

/** The warm paper behind the disc, and the cool one behind the square. */
const PAPER = ["#e8d9c5", "#cfdde6"];
const INK = ["#b3261e", "#1f4e9c"];

/** A red disc that moves about for the first class, a blue square for the second. Returns how to show one of them. */
function paintScenes(video: HTMLVideoElement): Camera["show"] {
  let shown = 0;
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
  const context = canvas.getContext("2d")!;
  const paint = () => {
    const seconds = performance.now() / 1000;
    const [x, y] = [160 + 40 * Math.sin(1.3 * seconds), 120 + 30 * Math.sin(2.1 * seconds)];
    context.fillStyle = PAPER[shown]!;
    context.fillRect(0, 0, 320, 240);
    context.fillStyle = INK[shown]!;
    context.beginPath();
    if (shown === 0) context.arc(x, y, 45, 0, 7);
    else context.rect(x - 42, y - 42, 85, 85);
    context.fill();
    requestAnimationFrame(paint);
  };
  paint();
  video.srcObject = canvas.captureStream();
  return async (label) => {
    shown = label;
    // The video lags behind its canvas, on a busy machine by seconds: what it shows says when it has caught up.
    do await nextFrame(video);
    while (isCool(video) !== (label === 1));
  };
}

const corner = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;

/** Whether the paper in the corner of the video is the cool one. */
function isCool(video: HTMLVideoElement): boolean {
  corner.drawImage(video, 0, 0, 1, 1, 0, 0, 1, 1);
  const [red, , blue] = corner.getImageData(0, 0, 1, 1).data;
  return blue! > red!;
}
