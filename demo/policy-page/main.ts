/** The policy page: a policy in, sixteen samples out. */
import { setUpAnchors, writeHash } from "../page/address.ts";
import { setUpCopyButtons } from "../page/copy.ts";
import { byId } from "../page/elements.ts";
import { Session, tell } from "../page/session.ts";
import { setUpMessage } from "../page/status.ts";
import { setUpStepper } from "../page/stepper.ts";
import { setUpTheme } from "../page/theme.ts";
import { photographsOf } from "../sources/photographs.ts";
import { fromHash, toHash } from "./address.ts";
import { Editor } from "./editor.ts";
import type { PolicyState } from "./state.ts";
import { PolicyStudio, stepped, within } from "./studio.ts";

/**
 * Of the photographs here, in pixels: small enough for a GPU in software to keep up with a dragged slider.
 * `policy.html?side=56` makes them smaller still, for slow machines and for the tests; a multiple of 14 up to 224.
 */
const SIDE = sideFrom(location.search) ?? 140;

let state = fromHash(location.hash);
const studio = new PolicyStudio(tell, (row) => {
  state = { ...state, picture: row + 1 };
  editor.keep(state);
  writeHash(toHash(state));
});

setUpTheme();
setUpAnchors();
setUpCopyButtons();
setUpMessage();
const session = new Session({
  photographs: photographsOf(SIDE),
  side: SIDE,
  keepsSizes: true,
  show: async ({ facts }) => {
    show(within(state, facts));
    await studio.settled();
  },
});
const editor = new Editor(state, change);
setUpStepper((direction) => {
  if (session.backend) show(stepped(state, session.backend.facts, direction));
});
addEventListener("hashchange", () => show(fromHash(location.hash)));
// On a phone the pictures matter more than the list.
if (matchMedia("(max-width: 960px)").matches) byId("list-fold", HTMLDetailsElement).open = false;
editor.show(state);
session.attempt(session.start());

function sideFrom(search: string): number | undefined {
  const side = Number(new URLSearchParams(search).get("side"));
  return side >= 28 && side <= 224 && side % 14 === 0 ? side : undefined;
}

function show(next: PolicyState): void {
  editor.show(next, session.backend ? Math.min(session.backend.facts.height, session.backend.facts.width) : SIDE);
  change(next);
}

function change(next: PolicyState): void {
  state = session.backend ? within(next, session.backend.facts) : next;
  writeHash(toHash(state));
  if (session.backend) void studio.show(session.backend, session.shown, state);
}
