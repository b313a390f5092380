/** One stage of the list: what it is, and behind a fold everything about it that can be set. */
import { type Arg, type ArgDraw, type ImageStage, samplePlan } from "mixwell";
import { make } from "../page/elements.ts";
import { docsAddress } from "../places.ts";
import { argControl } from "./arg-control.ts";
import { strengthOf } from "./magnitude.ts";
import { canFlip, fieldsOf, probArg, summaryOf, titleOf } from "./stage-fields.ts";
import type { Item } from "./state.ts";

export interface ItemActions {
  /** Another stage in its place, by hand. */
  edit(stage: ImageStage): void;
  follow(follows: boolean): void;
  move(by: 1 | -1): void;
  remove(): void;
}

export interface ItemView {
  element: HTMLElement;
  /** After an edit: the summary, without touching the controls. */
  say(item: Item): void;
}

const ICONS = { up: "m6 14.5 6-6 6 6", down: "m6 9.5 6 6 6-6", remove: "m6.5 6.5 11 11M17.5 6.5l-11 11" };

export function itemEditor(
  item: Item,
  position: number,
  count: number,
  side: number,
  isOpen: boolean,
  actions: ItemActions,
): ItemView {
  const name = titleOf(item.stage);
  const summary = make("span", { className: "item-summary" });
  const body = make("div", { className: "item-body" });
  const details = make(
    "details",
    { className: "item-details", open: isOpen },
    make("summary", {}, make("span", { className: "item-name" }, name), summary),
    body,
  );
  const say = ({ stage }: Item) => {
    summary.textContent = summaryOf(stage);
  };
  say(item);
  const fill = () => {
    if (details.open && body.childElementCount === 0) body.replaceChildren(...controlsOf(item, side, name, actions));
  };
  details.addEventListener("toggle", fill);
  fill();
  const button = (kind: keyof typeof ICONS, label: string, act: () => void, isOff = false) => {
    const made = make("button", {
      type: "button",
      className: "icon-button small",
      "aria-label": `${label}: ${name}`,
      "aria-disabled": isOff,
    });
    made.dataset.act = kind;
    made.innerHTML = `<svg viewBox="0 0 24 24" width="15" height="15" aria-hidden="true"><path d="${ICONS[kind]}" /></svg>`;
    if (!isOff) made.addEventListener("click", act);
    return made;
  };
  const tools = make(
    "div",
    { className: "item-tools" },
    button("up", "Move up", () => actions.move(-1), position === 0),
    button("down", "Move down", () => actions.move(1), position === count - 1),
    button("remove", "Remove", actions.remove),
  );
  const element = make("li", { className: "item" }, details, tools);
  element.dataset.item = String(item.id);
  return { element, say };
}

function controlsOf(item: Item, side: number, name: string, actions: ItemActions): HTMLElement[] {
  const controls = [...stageControls(item.stage, side, name, actions.edit), docsLink(item.stage, name)];
  if (strengthOf(item.stage) === undefined) return controls;
  const follow = make("input", { type: "checkbox", checked: item.follows });
  follow.addEventListener("change", () => actions.follow(follow.checked));
  return [
    make("label", { className: "field tick follow" }, follow, make("span", {}, "follows the magnitude")),
    ...controls,
  ];
}

/** An op has a page of its own, all others are on the page of policies. */
function docsLink(stage: ImageStage, name: string): HTMLElement {
  const page = "op" in stage && stage.kind === "op" ? `ops/${stage.op}` : "policies";
  return make("p", { className: "hint" }, make("a", { href: docsAddress(page) }, `${name} in the docs`));
}

/** Of a stage, and of the stages in it. */
function stageControls(
  start: ImageStage,
  side: number,
  label: string,
  edit: (stage: ImageStage) => void,
): HTMLElement[] {
  let stage = start;
  const set = (name: string, value: ArgDraw | boolean | undefined) => {
    const { [name]: _old, ...rest } = stage as unknown as Record<string, unknown>;
    const next = (value === undefined ? rest : { ...(stage as object), [name]: value }) as unknown as ImageStage;
    check(next, side);
    stage = next;
    edit(stage);
  };
  const control = ([name, arg]: [string, Arg]) =>
    argControl({
      label: `${label} ${WORDS[name] ?? name}`,
      name: WORDS[name] ?? name,
      arg,
      value: (stage as unknown as Record<string, ArgDraw | undefined>)[name],
      side,
      isSingle: name === "prob" || name === "magnitudeStd",
      change: (value) => set(name, value),
    });
  const controls: HTMLElement[] = [];
  if ("stages" in stage) {
    (stage.stages as ImageStage[]).forEach((child, i) => {
      const own = titleOf(child);
      const inside = stageControls(child, side, `${label}, ${own}`, (changed) => {
        const { stages } = stage as { stages: ImageStage[] };
        stage = { ...stage, stages: stages.map((one, j) => (j === i ? changed : one)) } as ImageStage;
        edit(stage);
      });
      controls.push(make("div", { className: "item-child" }, make("h4", {}, own), ...inside));
    });
    return controls;
  }
  const { main, more } = fieldsOf(stage);
  controls.push(...Object.entries(main).map(control), control(["prob", probArg]));
  if (canFlip(stage)) {
    const flips: Arg = { type: "boolean", default: false, unit: "", about: "" };
    controls.push(control(["randomSign", flips]));
  }
  const others = Object.entries(more);
  if (others.length > 0) {
    const fold = make("details", { className: "item-more" }, make("summary", {}, Object.keys(more).join(", ")));
    fold.append(...others.map(control));
    controls.push(fold);
  }
  return controls;
}

const WORDS: Record<string, string> = { prob: "probability", magnitudeStd: "noise on it", randomSign: "either sign" };

/** Refuses what cannot be drawn, with the library's words. */
function check(stage: ImageStage, side: number): void {
  samplePlan({ policy: [stage], seed: 0, ids: [0], height: side, width: side });
}
