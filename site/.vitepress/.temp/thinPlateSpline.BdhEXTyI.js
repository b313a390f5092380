const _imports_0 = "/docs/assets/thinPlateSpline.CCuVMLCU.png";
export {
  _imports_0 as _
};
