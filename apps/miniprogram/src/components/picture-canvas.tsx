import { Canvas } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { PICTURE_CANVAS } from '@/platform/draw-marks';

/** Where WeChat draws a picture that is to be saved: on the page, out of sight. */
export const PictureCanvas = () => <Canvas type="2d" className={PICTURE_CANVAS} {...accessible({ hidden: true })} />;
