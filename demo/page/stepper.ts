/** Previous and next batch, over the ends of epochs. */
import { type DatasetShape, orderOf } from "../policy.ts";
import type { Settings } from "../settings.ts";
import { byId } from "./elements.ts";

export function setUpStepper(step: (direction: 1 | -1) => void): void {
  byId("previous", HTMLButtonElement).addEventListener("click", () => step(-1));
  byId("next", HTMLButtonElement).addEventListener("click", () => step(1));
}

export function showPosition(settings: Settings, dataset: DatasetShape): void {
  const { length } = orderOf(settings, dataset);
  byId("position", HTMLOutputElement).value = `epoch ${settings.epoch}, ${settings.batch + 1} of ${length}`;
  // Not `disabled`, which would throw the keyboard off the button.
  byId("previous", HTMLButtonElement).setAttribute(
    "aria-disabled",
    String(settings.epoch === 0 && settings.batch === 0),
  );
}

/** The batch after or before this one. */
export function stepped(settings: Settings, dataset: DatasetShape, direction: 1 | -1): Settings {
  const { length } = orderOf(settings, dataset);
  const batch = settings.batch + direction;
  if (batch >= length) return { ...settings, epoch: settings.epoch + 1, batch: 0 };
  if (batch >= 0) return { ...settings, batch };
  return settings.epoch === 0 ? settings : { ...settings, epoch: settings.epoch - 1, batch: length - 1 };
}

/** A batch that this dataset has: another one may be shorter. */
export function within(settings: Settings, dataset: DatasetShape): Settings {
  const last = orderOf(settings, dataset).length - 1;
  return settings.batch <= last ? settings : { ...settings, batch: last };
}
