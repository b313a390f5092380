/** A tf.layers layer: image ops of a policy inside a model, while it trains. */

import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { cast, customGrad, mul, serialization, type Tensor, type Tensor4D, tidy } from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import { ArgumentError, found, InputError, MixwellError, PolicyError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { knownKeys } from "../../check/options.ts";
import type { Size } from "../../format/format.ts";
import { checkEngineOptions, Engine, type EngineOptions } from "../../gpu/adapter.ts";
import { isSame } from "../../ops/size.ts";
import { useAll } from "../../policy/all.ts";
import type { Policy, PolicyStage } from "../../policy/policy.ts";
import { isImageStage, sizeAfterStage } from "../../stages/index.ts";
import { activeBackend } from "./backend.ts";
import { bufferOf, holdsItsType } from "./buffers.ts";
import { TensorLeases } from "./tensor-leases.ts";

export interface AugmentLayerOptions {
  /** Any integer in 0..2^53 − 1; default 0. */
  seed?: number;
  /** The values of black and white, in and out; default [0, 1]. */
  valueRange?: [number, number];
  /** The layer's name; default: one that TensorFlow.js makes up. */
  name?: string;
  /** [height, width, channels], where the layer is the first of a model. */
  inputShape?: [number, number, number];
}

interface Config extends AugmentLayerOptions {
  policy: Policy;
}

/** What a saved model has of the policy, see `getConfig`. */
interface SavedPolicy {
  name: string;
}

/**
 * A layer that applies image ops while the model trains, and hands its input on otherwise (`predict`, `evaluate`). It
 * takes pictures [B, H, W, C] of one size, on the GPU, and gives them as float32; every call draws anew, addressed by
 * the number of the call. It comes before the first layer with weights: gradients do not pass.
 *
 * A model that has one can be saved, and loaded where `mixwell/tfjs` was imported.
 *
 * @param policy image stages (and `augMix`), as plain data without functions; no mixers, whose labels a layer cannot
 * mix: use a feed
 * @throws PolicyError, InputError
 */
export function augmentLayer(policy: Policy, options: AugmentLayerOptions = {}): AugmentLayer {
  knownKeys("augmentLayer.options", options, ["seed", "valueRange", "name", "inputShape"]);
  const { name, inputShape } = options;
  if (name !== undefined && typeof name !== "string") throw new InputError("augmentLayer.options.name", "a name", name);
  const isSide = (side: unknown) => Number.isInteger(side) && (side as number) > 0;
  if (inputShape !== undefined && !(isListOf(inputShape, isSide) && inputShape.length === 3))
    throw new InputError("augmentLayer.options.inputShape", "[height, width, channels]", inputShape);
  return new AugmentLayer({ ...options, policy });
}

export class AugmentLayer extends layers.Layer {
  /** @nocollapse its name in saved models */
  static className = "MixwellAugment";

  private readonly policy: readonly PolicyStage[];
  private readonly seed: number;
  private readonly valueRange: [number, number];
  private calls = 0;
  private running: { backend: WebGPUBackend; engine: Engine; leases: TensorLeases } | undefined;

  /** Use `augmentLayer`. @internal */
  constructor({ policy, seed = 0, valueRange = [0, 1], ...args }: Config) {
    super({ ...args, trainable: false });
    // A saved model names the ops of its policy.
    useAll();
    checkOptions({ policy, seed, output: { valueRange } });
    // A copy, so that the layer and what is saved of it stay the same; the policy is plain data.
    this.policy = checkStages(Array.isArray(policy) ? policy : [policy]);
    this.seed = seed;
    this.valueRange = [...valueRange];
  }

  override build(inputShape: (number | null)[] | (number | null)[][]): void {
    const shape = onlyOne(inputShape as never) as (number | null)[];
    const [, height, width, channels] = shape;
    if (shape.length !== 4 || (channels !== 1 && channels !== 3 && channels !== 4))
      throw new InputError(
        "augmentLayer.inputShape",
        "[batch, height, width, channels] with 1, 3 or 4 channels",
        shape,
      );
    if (height && width) checkSize(this.policy, { height, width });
    super.build(inputShape as (number | null)[]);
  }

  override call(inputs: Tensor | Tensor[], kwargs: { training?: boolean }): Tensor {
    const given = onlyOne(inputs) as Tensor4D;
    return tidy(() => {
      // `tf.browser.fromPixels` gives int32.
      const input = given.dtype === "float32" ? given : cast(given, "float32");
      if (!kwargs.training) return input;
      return customGrad((x) => ({
        value: this.augment(x as Tensor4D),
        // Asked for only where something with weights stands before this layer.
        gradFunc: () => {
          throw new MixwellError(
            `${this.name}: expected to stand before the first layer with weights; gradients do not pass this layer`,
          );
        },
      }))(input);
    });
  }

  /**
   * What is saved of the layer. tf.layers rewrites every string in it on the way to a file and back ("AutoContrast"
   * comes back as "autoContrast"), but for those called `name`: so that is where the policy goes, as JSON.
   */
  override getConfig(): serialization.ConfigDict {
    const { policy, seed, valueRange } = this;
    const saved: SavedPolicy = { name: JSON.stringify(policy) };
    return { ...super.getConfig(), policy: { ...saved }, seed, valueRange: [...valueRange] };
  }

  /** Makes the layer of a saved model; tf.layers calls it. */
  static override fromConfig<T extends serialization.Serializable>(
    layer: serialization.SerializableConstructor<T>,
    config: serialization.ConfigDict,
  ): T {
    const { name } = config.policy as unknown as SavedPolicy;
    return new layer({ ...config, policy: JSON.parse(name) });
  }

  override dispose(): ReturnType<layers.Layer["dispose"]> {
    const result = super.dispose();
    if (result.refCountAfterDispose === 0) this.release();
    return result;
  }

  private augment(input: Tensor4D): Tensor4D {
    const [size, height, width, channels] = input.shape;
    const { backend, engine, leases } = this.open();
    // A product, because a cast alone would leave integers in the buffer.
    const { buffer } = bufferOf(holdsItsType(backend, input) ? input : mul(input, 1));
    const leased: GPUBuffer[] = [];
    try {
      const batch = {
        images: buffer,
        size,
        height,
        width,
        channels,
        format: "f32",
        valueRange: this.valueRange,
      } as const;
      const out = (_name: string, shape: number[]) => {
        if (shape.join() !== input.shape.join())
          throw new InputError("augmentLayer.policy", `ops that leave [${input.shape}] as it is`, found(`[${shape}]`));
        leased.push(leases.take(shape));
        return leased.at(-1)!;
      };
      const { images, shape } = engine.run(batch, { step: this.calls++, out });
      return leases.wrap(images, shape) as Tensor4D;
    } catch (error) {
      for (const lease of leased) leases.give(lease);
      throw error;
    }
  }

  /**
   * The engine on TensorFlow.js' present device; made at the first call, because a model may be built before there is a
   * device.
   */
  private open(): NonNullable<AugmentLayer["running"]> {
    const backend = activeBackend(this.name);
    if (this.running?.backend !== backend) {
      this.release();
      const engine = new Engine(backend.device, {
        policy: this.policy,
        seed: this.seed,
        output: { valueRange: this.valueRange },
      });
      this.running = { backend, engine, leases: new TensorLeases(backend) };
    }
    return this.running!;
  }

  private release(): void {
    this.running?.engine.destroy();
    this.running?.leases.destroy();
    this.running = undefined;
  }
}
serialization.registerClass(AugmentLayer as never);

/** The engine's checks, with errors that name the layer and its options. */
function checkOptions(options: EngineOptions): void {
  try {
    checkEngineOptions(options);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    const Kind = error instanceof PolicyError ? PolicyError : InputError;
    throw new Kind(`augmentLayer.${error.path.replace(/^output\./, "")}`, error.expected, error.found);
  }
}

/** Refuses what a layer cannot do, and returns a copy. */
function checkStages(stages: readonly PolicyStage[]): readonly PolicyStage[] {
  stages.forEach((stage, i) => {
    if (stage.kind !== "augMix" && !isImageStage(stage))
      throw new InputError(
        `augmentLayer.policy[${i}]`,
        "an image stage; a layer has no labels to mix (use a feed)",
        stage.kind,
      );
  });
  try {
    return structuredClone(stages);
  } catch {
    throw new InputError(
      "augmentLayer.policy",
      "plain data, so that the model can be saved",
      found("one with a function in it"),
    );
  }
}

function checkSize(stages: readonly PolicyStage[], size: Size): void {
  stages.forEach((stage, i) => {
    if (stage.kind === "augMix" || !isImageStage(stage)) return;
    const after = sizeAfterStage(stage, size, `augmentLayer.policy[${i}]`);
    if (isSame(after, size)) return;
    const expected = `a stage that leaves ${size.height} × ${size.width} as it is (the model predicts without the layer)`;
    throw new InputError(`augmentLayer.policy[${i}]`, expected, found(`${after.height} × ${after.width}`));
  });
}

/** tf.layers passes a tensor or shape, or a list of one. */
function onlyOne<T extends object>(given: T | T[]): T {
  const isList = Array.isArray(given) && typeof given[0] === "object" && given[0] !== null;
  if (isList && (given as T[]).length !== 1)
    throw new InputError("augmentLayer", "one input", found(`${(given as T[]).length}`));
  return isList ? (given as T[])[0]! : (given as T);
}
