/** What the tests of `mixwell/jax` share: jax on the file's device, a small model, and a look at jax's buffers. */
import { type Array as JaxArray, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { shareDevice } from "mixwell/jax";
import { getDevice } from "../gpu/device.ts";

/** The file's device with jax-js on it. */
export async function jaxOnDevice(): Promise<GPUDevice> {
  const device = await getDevice();
  await shareDevice(device);
  return device;
}

/** Weights by a formula, so that two models start alike. */
const weight = (rows: number, columns: number, salt: number) => {
  const value = (i: number) => (((i * 7919 + salt * 104_729) % 2003) / 2003 - 0.5) * (2 / Math.sqrt(rows));
  return np.array(Float32Array.from({ length: rows * columns }, (_, i) => value(i))).reshape([rows, columns]);
};

type Params = { w1: JaxArray; b1: JaxArray; w2: JaxArray; b2: JaxArray };

export interface Mlp {
  /** One step of Adam on soft labels; the loss before it, as an array of yours. Consumes both arguments. */
  step(images: JaxArray, labels: JaxArray): JaxArray;
  dispose(): void;
}

/** inputs → hidden → classes, relu, softmax cross-entropy with soft targets, Adam 0.01. */
export function mlp(inputs: number, hidden: number, classes: number): Mlp {
  let params: Params = {
    w1: weight(inputs, hidden, 1),
    b1: np.zeros([hidden]),
    w2: weight(hidden, classes, 2),
    b2: np.zeros([classes]),
  };
  let first = tree.map((x: JaxArray) => np.zeros(x.shape), tree.ref(params)) as Params;
  let second = tree.map((x: JaxArray) => np.zeros(x.shape), tree.ref(params)) as Params;
  let count = 0;

  const loss = ({ w1, b1, w2, b2 }: Params, x: JaxArray, y: JaxArray) => {
    const rows = x.shape[0]!;
    const logits = np.matmul(nn.relu(np.matmul(x.reshape([rows, inputs]), w1).add(b1)), w2).add(b2);
    return nn
      .logSoftmax(logits)
      .mul(y)
      .sum()
      .mul(-1 / rows);
  };
  const gradient = jit(valueAndGrad(loss));

  // The two corrections for the number of steps come in as arrays: as plain numbers they would be part of the shader,
  // and every step would compile its own.
  const update = jit((p: JaxArray, g: JaxArray, m: JaxArray, v: JaxArray, rate: JaxArray, correction: JaxArray) => {
    const newM = m.mul(0.9).add(g.ref.mul(0.1));
    const newV = v.mul(0.999).add(g.ref.mul(g).mul(0.001));
    const step = newM.ref.mul(rate).div(np.sqrt(newV.ref.mul(correction)).add(1e-8));
    return [p.sub(step), newM, newV];
  });

  return {
    step(images, labels) {
      count++;
      const [value, grads] = gradient(tree.ref(params), images, labels) as [JaxArray, Params];
      const rate = np.array(0.01 / (1 - 0.9 ** count));
      const correction = np.array(1 / (1 - 0.999 ** count));
      const next = { p: {} as Params, m: {} as Params, v: {} as Params };
      for (const name of ["w1", "b1", "w2", "b2"] as const) {
        const updated = update(params[name], grads[name], first[name], second[name], rate.ref, correction.ref);
        [next.p[name], next.m[name], next.v[name]] = updated as [JaxArray, JaxArray, JaxArray];
      }
      [params, first, second] = [next.p, next.m, next.v];
      for (const scalar of [rate, correction]) scalar.dispose();
      return value;
    },
    dispose() {
      for (const arrays of [params, first, second]) tree.dispose(arrays);
      for (const compiled of [gradient, update]) compiled.dispose();
    },
  };
}

/** Buffers of a device that are made and not destroyed again, from now until `stop`. */
export function countLiving(device: GPUDevice): { living: () => number; bytes: () => number; stop(): void } {
  const living = new Set<GPUBuffer>();
  const create = device.createBuffer;
  const destroy = GPUBuffer.prototype.destroy;
  device.createBuffer = (descriptor) => {
    const buffer = create.call(device, descriptor);
    living.add(buffer);
    return buffer;
  };
  GPUBuffer.prototype.destroy = function (this: GPUBuffer) {
    living.delete(this);
    return destroy.call(this);
  };
  return {
    living: () => living.size,
    bytes: () => [...living].reduce((total, { size }) => total + size, 0),
    stop() {
      delete (device as Partial<GPUDevice>).createBuffer;
      GPUBuffer.prototype.destroy = destroy;
    },
  };
}
