const _imports_49 = "/docs/assets/erase.CwB_Y9qF.png";
export {
  _imports_49 as _
};
