// Lets aria-* attributes of JSX reach WXML. @tarojs/plugin-inject does not exist for Taro 4.2.
const path = require('node:path');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, require('./attributes'));
      const runtime = path.resolve(__dirname, 'runtime.js');
      platform.runtimePath = Array.isArray(platform.runtimePath) ? [...platform.runtimePath, runtime] : [platform.runtimePath, runtime];
    },
  });
};
