/** A camera, or a canvas that plays one. */

/** Plays the camera in a video element. Says whether it is a real one. */
export async function openCamera(video: HTMLVideoElement): Promise<boolean> {
  const camera = await navigator.mediaDevices
    ?.getUserMedia({ video: { width: 640, height: 480 } })
    .catch(() => undefined);
  video.srcObject = camera ?? paintedStream();
  await video.play();
  return camera !== undefined;
}

/** The next frame that the video shows. */
export const nextFrame = (video: HTMLVideoElement): Promise<unknown> =>
  new Promise((done) => video.requestVideoFrameCallback(done));

/** A red disc that moves about, or a blue square. */
function paintedStream(): MediaStream {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
  const context = canvas.getContext("2d")!;
  const paint = () => {
    const seconds = performance.now() / 1000;
    const [x, y] = [320 + 180 * Math.sin(1.3 * seconds), 240 + 120 * Math.sin(2.1 * seconds)];
    const isDisc = scene.isDisc;
    context.fillStyle = isDisc ? "#e8d9c5" : "#cfdde6";
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = isDisc ? "#b3261e" : "#1f4e9c";
    context.beginPath();
    if (isDisc) context.arc(x, y, 90, 0, 7);
    else context.rect(x - 85, y - 85, 170, 170);
    context.fill();
    requestAnimationFrame(paint);
  };
  paint();
  return canvas.captureStream();
}

/** What the canvas shows: the disc for the first class, the square for the second. */
export const scene = { isDisc: true };
