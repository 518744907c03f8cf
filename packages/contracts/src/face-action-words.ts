/**
 * One plain sentence for each thing that can be asked of a person after WeChat's face check.
 * The keys are those of the WeChat client's `FaceAction` (a test holds the two together).
 * What happened is not explained and nobody is blamed: it says what to do, and that there is another way.
 */
export const FACE_ACTION_WORDS = {
  finished: '认好了，是您本人',
  'start-when-ready': '您停下了，没关系。想好了可以再来，也可以换个办法',
  'allow-camera': '手机没让微信用相机。请在设置里打开，再来一次',
  'allow-microphone': '手机没让微信用麦克风。请在设置里打开，再来一次',
  'allow-camera-and-microphone': '手机没让微信用相机和麦克风。请在设置里打开，再来一次',
  'find-light': '没看清。请到亮一点的地方，脸对着手机再来一次',
  'take-your-time': '时间到了，还没认完。不着急，可以再来一次，也可以换个办法',
  'mind-network': '网断了一下。等网好了再来一次',
  'face-again': '这次没认出来。可以再来一次，也可以换个办法',
  'start-anew': '这一次过了时间。请重新开始，前面填的都在',
  'check-name': '请看看姓名和身份证上的一样不一样',
  'check-number': '请看看身份证号有没有写错',
  'other-phone': '这台手机刷不了脸。可以换一台手机，也可以换个办法',
  'again-or-other-way': '这次没办成。可以再来一次，也可以换个办法',
  'person-checks-papers': '微信这边对不上证件，不用再试了。请工作人员帮您核一下',
  'wait-for-result': '结果还在路上，您不用等。出来了我们告诉您',
  'come-back-later': '微信那边正忙，不是您的问题。请过一会儿再来，也可以换个办法',
  'ours-to-mend': '没接上，是我们的问题，已经在看了。您可以先换个办法',
} as const;

/** What a face check asks of the person. */
export type FaceActionId = keyof typeof FACE_ACTION_WORDS;
