const _imports_0 = "/docs/assets/translateX.CfnMEVs7.png";
export {
  _imports_0 as _
};
