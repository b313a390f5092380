const _imports_25 = "/docs/assets/cropAndResize.R_oWO6We.png";
export {
  _imports_25 as _
};
