/** Adam (Kingma and Ba 2015) for jax-js, whose operations consume their arguments: `ref` keeps what is used again. */
import { type Array as JaxArray, numpy as np, tree } from "@jax-js/jax";

export type Tree = Record<string, JaxArray>;

/** Parameters, and their gradients' running means of the first and second power. */
export interface Trained<Params extends Tree> {
  params: Params;
  first: Params;
  second: Params;
}

export const untrained = <Params extends Tree>(params: Params): Trained<Params> => {
  const zeros = () => tree.map((weight: JaxArray) => np.zerosLike(weight), tree.ref(params)) as Params;
  return { params, first: zeros(), second: zeros() };
};

/** @param rate how far a step goes: `rateAt` of the step */
export function adam<Params extends Tree>(
  { params, first, second }: Trained<Params>,
  gradients: Params,
  rate: JaxArray,
) {
  const mean = tree.map((m: JaxArray, g: JaxArray) => m.mul(0.9).add(g.mul(0.1)), first, tree.ref(gradients)) as Params;
  const power = tree.map(
    (v: JaxArray, g: JaxArray) => v.mul(0.99).add(g.ref.mul(g).mul(0.01)),
    second,
    gradients,
  ) as Params;
  const moved = tree.map(
    (weight: JaxArray, m: JaxArray, v: JaxArray) => weight.sub(rate.ref.mul(m).div(np.sqrt(v).add(1e-8))),
    params,
    tree.ref(mean),
    tree.ref(power),
  ) as Params;
  rate.dispose();
  return { params: moved, first: mean, second: power };
}

/** The rate of step 1, 2, 3 …: the means begin at 0, so the first ones are too small. */
export const rateAt = (step: number, rate: number) => (rate * Math.sqrt(1 - 0.99 ** step)) / (1 - 0.9 ** step);
