const _imports_0 = "/docs/assets/saturation.5PpyIJaV.png";
export {
  _imports_0 as _
};
