const _imports_0 = "/docs/assets/solarize.D5a_CrN-.png";
export {
  _imports_0 as _
};
