const _imports_23 = "/docs/assets/centerCrop.BRYu4L47.png";
export {
  _imports_23 as _
};
