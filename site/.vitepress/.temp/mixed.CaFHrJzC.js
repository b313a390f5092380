const _imports_0 = "/docs/assets/mixed.CsT3JOAg.png";
export {
  _imports_0 as _
};
