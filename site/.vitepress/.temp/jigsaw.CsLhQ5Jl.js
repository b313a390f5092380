const _imports_0 = "/docs/assets/jigsaw.C_jU_f_l.png";
export {
  _imports_0 as _
};
