const _imports_51 = "/docs/assets/gridMask.BqkTPhRo.png";
export {
  _imports_51 as _
};
