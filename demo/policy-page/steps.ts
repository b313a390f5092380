/** How the chosen sample came about: the picture as it was, after each op, and as it is. */
import type { OpCall, Plan } from "mixwell";
import { byId, make } from "../page/elements.ts";
import type { DatasetFacts } from "../sources/source.ts";
import type { Backend } from "../studio/backend.ts";
import { paint } from "../studio/draw.ts";
import { sourceAt, unmixedPlan } from "../studio/unmixed.ts";
import { nameOfSample, percent } from "../studio/words.ts";
import { callLine, type History, historyOf, MIXER_NAMES, ownSource } from "./drawn.ts";
import { lineElement, type ShownSamples } from "./samples.ts";
import { windowOf, withWindow } from "./window.ts";

/** One picture on the way: a source of the dataset with the first of its ops. */
interface Frame {
  title: string;
  note: string;
  /** Left out: the finished picture. */
  source?: { index: number; id: number; ops: OpCall[] };
  call?: OpCall;
}

/** `isCurrent` turns false when another sample was chosen meanwhile. */
export async function showSteps(
  backend: Backend,
  shown: ShownSamples,
  row: number,
  isCurrent: () => boolean,
): Promise<void> {
  const { plan, facts, made, policy } = shown;
  const history = historyOf(plan, row);
  const frames = framesOf(history, facts);
  const sources = frames.flatMap(({ source }) => (source ? [source] : []));
  const drawn = await backend.mix(planOf(plan, sources, facts), 0, policy);
  if (!isCurrent()) return;
  let next = 0;
  const figures = frames.map((frame, i) => {
    const canvas = make("canvas", { role: "img", "aria-label": [frame.title, frame.note].filter(Boolean).join(": ") });
    if (frame.source) paint(canvas, drawn, next++);
    else paint(canvas, made, row);
    const window = frame.source && windowOf(frame.source, frames[i + 1]?.call, facts);
    const title = frame.call ? lineElement(callLine(frame.call)) : make("b", {}, frame.title);
    return make(
      "li",
      {},
      make(
        "figure",
        {},
        window ? withWindow(canvas, window) : canvas,
        make("figcaption", {}, title, ...(frame.note ? [make("span", {}, frame.note)] : [])),
      ),
    );
  });
  byId("steps", HTMLElement).replaceChildren(...figures);
  byId("steps-note", HTMLElement).textContent = noteOf(history, row, nameOfSample(facts, ownSource(history).index));
}

function noteOf(history: History, row: number, name: string): string {
  const { id } = ownSource(history);
  return `Sample ${row + 1}, ${name}: what it drew depends on the seed, the epoch and its id ${id}, not on its place in the batch.`;
}

function framesOf(history: History, facts: DatasetFacts): Frame[] {
  const frames = framesBelow(history, facts);
  // Ops on a mixed picture, and the mixed picture itself: the result has had all of them.
  if (history.kind !== "source" && history.calls.length > 0) {
    return [...frames, { title: "Result", note: history.calls.map((call) => callLine(call).head).join(", ") }];
  }
  return frames;
}

function framesBelow(history: History, facts: DatasetFacts): Frame[] {
  if (history.kind === "source") return alongTheWay(history.index, history.id, history.calls, facts);
  if (history.kind === "blend") {
    const { index, id } = ownSource(history);
    const parts = history.parts.map(({ weight, history: { calls } }): Frame => {
      const words = calls
        .map((call) => [callLine(call).head, callLine(call).tail].filter(Boolean).join(" "))
        .join(", ");
      return { title: percent(weight), note: words || "as it is", source: { index, id, ops: calls } };
    });
    return [...parts, { title: "Blended", note: "the label stays" }];
  }
  const { own, partner, mixer, lambda, box } = history;
  const other = ownSource(partner);
  const partnerFrames = partner.kind === "source" ? [{ index: other.index, id: other.id, ops: partner.calls }] : [];
  const partners = partnerFrames.map(
    (source): Frame => ({ title: nameOfSample(facts, other.index), note: "the partner, with its own ops", source }),
  );
  const note = [`${percent(lambda)} own`, box].filter(Boolean).join(", ");
  return [...framesBelow(own, facts), ...partners, { title: MIXER_NAMES[mixer], note }];
}

function alongTheWay(index: number, id: number, calls: OpCall[], facts: DatasetFacts): Frame[] {
  const start: Frame = { title: nameOfSample(facts, index), note: "as it is", source: { index, id, ops: [] } };
  return [
    start,
    ...calls.map(
      (call, i): Frame => ({
        title: callLine(call).head,
        note: "",
        call,
        source: { index, id, ops: calls.slice(0, i + 1) },
      }),
    ),
  ];
}

/** A batch of the frames. */
const planOf = (plan: Plan, sources: { index: number; id: number; ops: OpCall[] }[], facts: DatasetFacts): Plan =>
  unmixedPlan(
    plan,
    sources.map(({ index, id, ops }) => sourceAt(facts, index, ops, id)),
  );
