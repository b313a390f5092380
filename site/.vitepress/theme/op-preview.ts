/**
 * An op on a photograph, live: sliders for its arguments, and the picture as the engine makes it. Where there is no
 * WebGPU, a sentence that says so. The engine is loaded when it is asked for.
 */
import { withBase } from "vitepress";
import { defineComponent, h, onBeforeUnmount, onMounted, reactive, ref, type VNode } from "vue";
import type { Arg, OpCall } from "../../../src/index.ts";

const SIDE = 224;
const PHOTOGRAPHS = ["astronaut", "chelsea", "coffee", "raccoon"];

type Args = Record<string, unknown>;

interface Live {
  args: Readonly<Record<string, Arg>>;
  start: Args;
  show(args: Args, photograph: number): Promise<void>;
  destroy(): void;
}

/** Everything that needs the GPU. @throws Error in words for the page */
async function open(op: string, canvas: HTMLCanvasElement): Promise<Live> {
  if (!navigator.gpu) throw new Error("This browser has no WebGPU, or the page is not on https or localhost.");
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter)
    throw new Error("This browser offers no GPU. Chrome, Edge, Safari and Firefox of today do on most machines.");
  const device = await adapter.requestDevice();
  const { createEngine, createOps, Dataset, imageOps, toImageData } = await import("../../../src/index.ts");
  const blobs = await Promise.all(
    PHOTOGRAPHS.map(async (name) => (await fetch(withBase(`/photos/${name}.png`))).blob()),
  );
  const dataset = await Dataset.fromImages(device, blobs, { height: SIDE, width: SIDE });
  const engine = await createEngine(device, { policy: [], output: { format: op === "normalize" ? "f32" : "u8" } });
  const ops = createOps(device);
  const { args, atMagnitude } = imageOps[op as keyof typeof imageOps];
  const given = Object.entries(args as Record<string, Arg>).map(([name, arg]) => [
    name,
    "default" in arg ? arg.default : arg.identity,
  ]);
  const middle = atMagnitude?.(0.5) as Args | undefined;
  return {
    args: args as Record<string, Arg>,
    start: { ...Object.fromEntries(given), ...middle },
    async show(now, photograph) {
      const batch = engine.run({ dataset, indices: [photograph] }, { epoch: 0 });
      const changed = ops.apply(batch, [{ op, ...now } as OpCall]);
      const options = op === "normalize" ? { valueRange: [-2, 2] as [number, number] } : {};
      const { data, width, height } = await toImageData(device, changed, 0, options);
      Object.assign(canvas, { width, height });
      canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
    },
    destroy() {
      ops.destroy();
      device.destroy();
    },
  };
}

export const OpPreview = defineComponent({
  props: { op: { type: String, required: true } },
  setup(props) {
    const canvas = ref<HTMLCanvasElement>();
    const state = reactive({ words: "Loading the engine …", photograph: 0, args: {} as Args, isOpen: false });
    let live: Live | undefined;

    const draw = async () => {
      try {
        await live?.show({ ...state.args }, state.photograph);
        state.words = `ops.${props.op}(${literal(state.args)})`;
      } catch (error) {
        state.words = (error as Error).message;
      }
    };

    onMounted(async () => {
      try {
        live = await open(props.op, canvas.value!);
        state.args = { ...live.start };
        state.isOpen = true;
        await draw();
      } catch (error) {
        state.words = `No live picture: ${(error as Error).message}`;
      }
    });
    onBeforeUnmount(() => live?.destroy());

    const change = (name: string, value: unknown) => {
      state.args = { ...state.args, [name]: value };
      void draw();
    };

    return () =>
      h("section", { class: "op-preview", "aria-labelledby": "live" }, [
        h("h2", { id: "live" }, "Live"),
        h("div", { class: "op-preview-body" }, [
          h("canvas", {
            ref: canvas,
            width: SIDE,
            height: SIDE,
            "aria-label": `A photograph after ${props.op}`,
            role: "img",
          }),
          h("div", { class: "op-preview-controls" }, [
            ...(state.isOpen
              ? Object.entries(live!.args).map(([name, arg]) => control(name, arg, state.args[name], change))
              : []),
            state.isOpen &&
              h(
                "button",
                {
                  type: "button",
                  onClick: () => {
                    state.photograph = (state.photograph + 1) % PHOTOGRAPHS.length;
                    void draw();
                  },
                },
                "Another photograph",
              ),
            h("output", { "aria-live": "polite" }, h("code", state.words)),
          ]),
        ]),
      ]);
  },
});

/** What one can see in a call: nothing that is left out, and no key of the noise. */
function literal(args: Args): string {
  const shown = Object.entries(args).filter(([name, value]) => value !== undefined && name !== "key");
  return shown.length === 0
    ? ""
    : `{ ${shown.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} }`;
}

/** A slider, a list or a box to tick; nothing for what only code can say. */
function control(
  name: string,
  arg: Arg,
  value: unknown,
  change: (name: string, value: unknown) => void,
): VNode | undefined {
  const label = (words: string, input: VNode) => h("label", { key: name }, [h("span", words), input]);
  if (arg.type === "boolean")
    return label(
      name,
      h("input", {
        type: "checkbox",
        checked: value === true,
        onChange: (event: Event) => change(name, (event.target as HTMLInputElement).checked),
      }),
    );
  if (arg.type === "choice" && typeof value === "string")
    return label(
      name,
      h(
        "select",
        { value, onChange: (event: Event) => change(name, (event.target as HTMLSelectElement).value) },
        (arg.values ?? []).map((choice) => h("option", choice)),
      ),
    );
  if ((arg.type !== "number" && arg.type !== "integer") || typeof value !== "number" || name === "key")
    return undefined;
  const { min = 0, max = 1 } = arg;
  const [low, high] = [Math.max(min, -SIDE), Math.min(max, SIDE * 2)];
  const step = arg.type === "integer" ? 1 : (high - low) / 200;
  return label(
    `${name} ${Number(value.toPrecision(3))}`,
    h("input", {
      type: "range",
      min: low,
      max: high,
      step,
      value,
      onInput: (event: Event) => change(name, Number((event.target as HTMLInputElement).value)),
    }),
  );
}
