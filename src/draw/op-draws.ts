import type { OpArgs, OpName } from "../ops/index.ts";
import type { DrawOf } from "./arg-draw.ts";

/**
 * An op's arguments in a policy, each fixed or drawn (see {@link ArgDraw}); the key of its noise is drawn unless it is
 * given.
 */
export type OpDraws<Name extends OpName> = Name extends OpName ? Draws<OpArgs<Name>> & OpSign : never;

/** One op and how its arguments are drawn, as a stage of a policy has them. */
export type DrawnOp<Name extends OpName = OpName> = Name extends OpName
  ? { kind: "op"; op: Name } & OpDraws<Name>
  : never;

export interface OpSign {
  /** Every signed number that is given is negated half the time. */
  randomSign?: boolean;
}

/** Arguments of whatever op, each fixed or drawn. */
export type Draws<Args> = {
  -readonly [Argument in keyof Args as Argument extends "key" ? never : Argument]: DrawOf<
    Exclude<Args[Argument], undefined>
  >;
} & {
  -readonly [Argument in keyof Args as Argument extends "key" ? Argument : never]?: DrawOf<
    Exclude<Args[Argument], undefined>
  >;
};
