/** Words that everybody knows, hears and writes the same way. Four of them beside a number of eight letters. */
export const SECRET_WORDS: readonly string[] =
  '竹林 河水 米饭 风筝 石桥 月亮 白云 青山 大树 小船 红花 黄牛 绿豆 灯笼 雨伞 毛巾 木门 铁锅 南瓜 花生 芝麻 冬瓜 核桃 柚子 橘子 苹果 葡萄 西瓜 麻雀 燕子 喜鹊 蝴蝶 蜜蜂 金鱼 山羊 白鹅 公鸡 水井 草帽 布鞋 棉被 竹篮 扁担 火车 轮船 汽车 单车 信封 铅笔 课本 算盘 二胡 锣鼓 象棋 围巾 手套 纽扣 剪刀 针线 镜子 茶壶 饭碗 筷子 板凳'.split(
    ' ',
  );
