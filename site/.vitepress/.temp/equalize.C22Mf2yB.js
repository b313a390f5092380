const _imports_21 = "/docs/assets/equalize.OyRp4p72.png";
export {
  _imports_21 as _
};
