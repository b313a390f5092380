/** Recipes for pages, as they stand in docs/recipes: React's hook and component, and clips of videos. */
import { type Batch, Dataset, type Engine } from "mixwell";
import { Component, createElement, type FunctionComponent, type PropsWithChildren, StrictMode } from "react";
import { create, type TestRendererOptions } from "react-test-renderer";
import { expect, test, vi } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { getDevice } from "../gpu/device.ts";
import { noise } from "../random.ts";

interface Defined {
  Augmented: FunctionComponent<{ epoch: number; indices: number[] }>;
  useEngine(options: object): Engine | undefined;
}

async function reactRecipe() {
  const device = await getDevice();
  const labels = Uint32Array.of(0, 1, 2, 0);
  const dataset = await Dataset.fromArrays(device, { images: noise(4 * 16 * 16 * 3), shape: [4, 16, 16, 3], labels });
  return { dataset, ...(await runBlock<Defined>("docs/recipes/react.md#react", { device, dataset })) };
}

/** What is caught of the components below. */
class Boundary extends Component<PropsWithChildren<{ onError(error: unknown): void }>, { isOver: boolean }> {
  override state = { isOver: false };
  static getDerivedStateFromError = () => ({ isOver: true });
  override componentDidCatch = this.props.onError;
  override render = () => (this.state.isOver ? null : this.props.children);
}

/** As long as a GPU in software may take to compile. */
const until = (check: () => void) => vi.waitFor(check, 100_000);

test("React: the component draws when its engine is there, and again for another epoch", async () => {
  const { Augmented, dataset } = await reactRecipe();
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  const indices = [0, 1, 2, 3];
  const title = () => canvas.getAttribute("aria-label");
  const tree = create(createElement(Augmented, { epoch: 0, indices }), { createNodeMock: () => canvas });
  await until(() => expect(title()).toBeTruthy());
  const first = title();
  tree.update(createElement(Augmented, { epoch: 1, indices }));
  await until(() => expect(title()).not.toBe(first));
  tree.unmount();
  canvas.remove();
  dataset.destroy();
});

test("React: strict mode leaves one engine, and the end of the component none", async () => {
  const { useEngine, dataset } = await reactRecipe();
  const seen = new Set<Engine>();
  const Shows = ({ options }: { options: object }) => {
    const engine = useEngine(options);
    if (engine) seen.add(engine);
    return null;
  };
  const shown = createElement(Shows, { options: { policy: [] } });
  const tree = create(createElement(StrictMode, {}, shown), {
    unstable_isConcurrent: true,
  } as unknown as TestRendererOptions);
  await until(() => expect(seen.size).toBe(1));
  const [engine] = seen;
  expect(() => engine!.assertAlive()).not.toThrow();
  tree.unmount();
  await until(() => expect(() => engine!.assertAlive()).toThrow("destroyed"));
  dataset.destroy();
});

test("React: what is wrong with the options reaches the error boundary", async () => {
  const { useEngine, dataset } = await reactRecipe();
  const Shows = () => {
    useEngine(wrong);
    return null;
  };
  const wrong = { policy: [], seed: -1 };
  const caught: unknown[] = [];
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const tree = create(createElement(Boundary, { onError: (error) => caught.push(error) }, createElement(Shows)));
  await until(() => expect(caught).toHaveLength(1));
  expect(String(caught[0])).toContain("seed");
  logged.mockRestore();
  tree.unmount();
  dataset.destroy();
});

test("video: eight frames of each, and one draw for all of a video's frames", async () => {
  // A canvas that shows another colour at every time stands for a file: both are drawn by `createImageBitmap`.
  const video = (hue: number) => {
    const canvas = new OffscreenCanvas(170, 128);
    const context = canvas.getContext("2d")!;
    const times: number[] = [];
    return Object.assign(canvas, {
      duration: 4,
      times,
      addEventListener(_: string, done: () => void) {
        queueMicrotask(() => {
          context.fillStyle = `hsl(${hue} 80% ${20 + 15 * times.at(-1)!}%)`;
          context.fillRect(0, 0, 170, 128);
          done();
        });
      },
      set currentTime(second: number) {
        times.push(second);
      },
    });
  };
  const videos = [video(0), video(120)];
  const { engine, batch } = await runBlock<{ engine: Engine; batch: Batch }>("docs/recipes/video.md#video", {
    device: await getDevice(),
    videos,
    classIds: [3, 7],
  });
  expect(batch.shape).toEqual([16, 112, 112, 3]);
  expect(batch.plan.sources).toHaveLength(16);
  const drawn = batch.plan.sources.map(({ ops }) => JSON.stringify(ops));
  expect(new Set(drawn.slice(0, 8)).size).toBe(1);
  expect(drawn[8]).not.toBe(drawn[0]);
  engine.destroy();
});
