const _imports_0 = "/docs/assets/rescale.dCgkopyE.png";
export {
  _imports_0 as _
};
