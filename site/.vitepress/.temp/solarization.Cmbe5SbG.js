const _imports_0 = "/docs/assets/solarization.CJ4HL2er.png";
export {
  _imports_0 as _
};
