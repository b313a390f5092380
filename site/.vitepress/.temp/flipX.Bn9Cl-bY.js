const _imports_27 = "/docs/assets/flipX.DcficnSx.png";
export {
  _imports_27 as _
};
