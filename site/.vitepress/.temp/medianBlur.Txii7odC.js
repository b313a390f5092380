const _imports_0 = "/docs/assets/medianBlur.D3mq9YdX.png";
export {
  _imports_0 as _
};
