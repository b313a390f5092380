const _imports_24 = "/docs/assets/crop.CBAfKypQ.png";
export {
  _imports_24 as _
};
