/** The training page: one button, and curves that move. */
import { setUpAnchors } from "./page/address.ts";
import { setUpCopyButtons } from "./page/copy.ts";
import { byId } from "./page/elements.ts";
import { setUpMessage } from "./page/status.ts";
import { setUpTheme } from "./page/theme.ts";
import { setUpForm } from "./train-page/settings.ts";
import { TrainingPage } from "./train-page/training-page.ts";

setUpTheme();
setUpAnchors();
setUpCopyButtons();
setUpMessage();
// On a phone the button and the curves matter more than the settings.
if (matchMedia("(max-width: 960px)").matches) byId("more", HTMLDetailsElement).open = false;
byId("reload", HTMLButtonElement).addEventListener("click", () => location.reload());
const page = new TrainingPage();
setUpForm(() => page.showCode());
void page.open();
