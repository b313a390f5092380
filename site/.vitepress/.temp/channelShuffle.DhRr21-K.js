const _imports_3 = "/docs/assets/channelShuffle.DPgR4bUA.png";
export {
  _imports_3 as _
};
