/** The demo page: settings in, pictures out. */
import { setUpAnchors, writeHash } from "./page/address.ts";
import { setUpControls } from "./page/controls.ts";
import { setUpCopyButtons } from "./page/copy.ts";
import { byId } from "./page/elements.ts";
import { Session, tell } from "./page/session.ts";
import { setUpMessage } from "./page/status.ts";
import { setUpStepper, stepped, within } from "./page/stepper.ts";
import { setUpTheme } from "./page/theme.ts";
import { drawPlan } from "./policy.ts";
import { fromHash, type Settings, toHash } from "./settings.ts";
import { photographs } from "./sources/photographs.ts";
import type { Backend } from "./studio/backend.ts";
import { showHero } from "./studio/hero.ts";
import { Studio } from "./studio/studio.ts";

let settings = fromHash(location.hash);
const studio = new Studio(tell, (row) => {
  settings = { ...settings, picture: row + 1 };
  controls.show(settings);
  writeHash(toHash(settings));
});

setUpTheme();
setUpAnchors();
setUpCopyButtons();
setUpMessage();
const session = new Session({
  photographs,
  side: 224,
  keepsSizes: true,
  show: async ({ facts }) => {
    change(within(settings, facts));
    await studio.settled();
  },
  loaded: measure,
  without() {
    byId("step-time", HTMLElement).textContent = "nothing to measure";
  },
});
const controls = setUpControls(change);
setUpStepper((direction) => {
  if (session.backend) change(stepped(settings, session.backend.facts, direction));
});
byId("measure", HTMLButtonElement).addEventListener("click", () => {
  if (session.backend) session.attempt(measure(session.backend));
});
addEventListener("hashchange", () => change(fromHash(location.hash)));
controls.show(settings);
session.attempt(start());

async function start(): Promise<void> {
  await session.start();
  if (session.backend) await showHero(session.backend);
}

function change(next: Settings): void {
  settings = next;
  controls.show(settings);
  writeHash(toHash(settings));
  if (session.backend) void studio.show(session.backend, session.shown, settings);
}

/** Draw, record, submit, and wait until the GPU has done it all. */
async function measure(backend: Backend): Promise<void> {
  byId("measure", HTMLElement).hidden = backend.timeStep === undefined;
  if (!backend.timeStep) {
    byId("step-time", HTMLElement).textContent = "nothing to measure while files are read";
    return;
  }
  const { facts } = backend;
  const { height, width, channels } = facts;
  const milliseconds = await backend.timeStep(() => drawPlan(settings, facts));
  const shape = `${Math.min(settings.batchSize, facts.count)} × ${height} × ${width} × ${channels}`;
  byId("step-time", HTMLElement).textContent = `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms for ${shape}`;
  byId("measure", HTMLElement).hidden = false;
}
