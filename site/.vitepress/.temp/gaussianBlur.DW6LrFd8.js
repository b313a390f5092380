const _imports_42 = "/docs/assets/gaussianBlur.BX9xK-sC.png";
export {
  _imports_42 as _
};
