const _imports_0 = "/docs/assets/smooth3x3.BGs0_0KT.png";
export {
  _imports_0 as _
};
