const _imports_0 = "/docs/assets/sharpness.C0Fjv44r.png";
export {
  _imports_0 as _
};
