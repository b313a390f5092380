/** The Speed page: what this GPU does with a batch. */
import { setUpAnchors } from "./page/address.ts";
import { setUpCopyButtons } from "./page/copy.ts";
import { setUpTheme } from "./page/theme.ts";
import { SpeedPage } from "./speed-page/speed-page.ts";

setUpTheme();
setUpAnchors();
setUpCopyButtons();
void new SpeedPage().open();
