const _imports_0 = "/docs/assets/lensDistortion.BX00vUzD.png";
export {
  _imports_0 as _
};
