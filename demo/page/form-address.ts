/**
 * A form's state in the address after `#`: what differs from how the page comes, by the controls' names. Ticks of one
 * name are a list: `arm=none,mixup&seed=3`.
 */

type Control = HTMLInputElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control => (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) && one.name !== "",
  );

/** Names and what they say; of ticks and choices, what is chosen. */
export function valuesOf(form: HTMLFormElement): Map<string, string> {
  const values = new Map<string, string>();
  for (const control of controlsOf(form)) {
    const { name, value, type } = control;
    if (type === "radio" && !(control as HTMLInputElement).checked) continue;
    if (type !== "checkbox") values.set(name, value);
    else {
      const before = values.get(name);
      const chosen = (control as HTMLInputElement).checked ? [value] : [];
      values.set(name, [...(before ? [before] : []), ...chosen].join(","));
    }
  }
  return values;
}

/** @param defaults the values of the form as it came @param further what the page keeps beside the form, if not 0 */
export function toHash(
  form: HTMLFormElement,
  defaults: ReadonlyMap<string, string>,
  further: Record<string, number> = {},
): string {
  const given = new URLSearchParams([...valuesOf(form)].filter(([name, value]) => defaults.get(name) !== value));
  for (const [name, value] of Object.entries(further)) if (value !== 0) given.set(name, String(value));
  return given.toString();
}

/** Anything missing or impossible is as the page comes: an old or mistyped link still opens. */
export function fromHash(form: HTMLFormElement, defaults: ReadonlyMap<string, string>, hash: string): void {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  for (const control of controlsOf(form)) {
    const { name } = control;
    const usual = defaults.get(name) ?? "";
    const wanted = given.get(name) ?? usual;
    if (control instanceof HTMLSelectElement) {
      const isThere = [...control.options].some(({ value, disabled }) => value === wanted && !disabled);
      control.value = isThere ? wanted : usual;
    } else if (control.type === "checkbox") control.checked = wanted.split(",").includes(control.value);
    else if (control.type === "radio")
      control.checked = control.value === (isOneOf(form, name, wanted) ? wanted : usual);
    else {
      control.value = wanted;
      if (!control.checkValidity()) control.value = usual;
    }
  }
}

/** Whether a radio button of this name has the value. */
const isOneOf = (form: HTMLFormElement, name: string, wanted: string): boolean =>
  controlsOf(form).some((one) => one.name === name && one.value === wanted);

/** A whole number of the address that is no control's; 0 where there is none. */
export function numberOf(hash: string, name: string, most: number): number {
  const value = Number(new URLSearchParams(hash.replace(/^#/, "")).get(name) ?? 0);
  return Number.isInteger(value) && value >= 0 && value <= most ? value : 0;
}
