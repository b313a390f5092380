const _imports_48 = "/docs/assets/cutout.Ba2MlHWF.png";
export {
  _imports_48 as _
};
