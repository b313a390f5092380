const _imports_0 = "/docs/assets/invert.B7Na5N3S.png";
export {
  _imports_0 as _
};
