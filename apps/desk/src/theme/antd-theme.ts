import type { ThemeConfig } from 'antd';

/** Ant Design speaks with our marks. Errors in a form are lamp colour: camellia is for what is urgent. Values as in tokens.css. */
export const theme: ThemeConfig = {
  // The key becomes a class on every part, so it must not be a class of ours.
  cssVar: { key: 'ant-marks' },
  hashed: false,
  token: {
    fontFamily: 'var(--font)',
    fontSize: 15,
    fontSizeSM: 14,
    fontSizeLG: 16,
    lineHeight: 1.5333,
    colorPrimary: '#0f5e73',
    colorLink: '#0f5e73',
    colorInfo: '#0f5e73',
    colorSuccess: '#0f7a5f',
    colorWarning: '#a65e00',
    colorError: '#744000',
    colorText: '#14232a',
    colorTextSecondary: '#53636a',
    colorTextTertiary: '#53636a',
    colorTextDescription: '#53636a',
    colorTextPlaceholder: '#53636a',
    colorBorder: '#74858a',
    colorBorderSecondary: '#dae3e5',
    colorBgLayout: '#f4f7f7',
    borderRadius: 8,
    borderRadiusLG: 12,
    borderRadiusSM: 8,
    controlHeight: 36,
    controlHeightLG: 40,
    controlHeightSM: 34,
    wireframe: false,
    // A dialog stands where it will be from its first frame. While one grows, a press lands beside what it was aimed at and is lost.
    motion: false,
  },
  components: {
    Button: {
      defaultColor: '#0f5e73',
      defaultBorderColor: '#b9d5dc',
      textTextColor: '#0f5e73',
      fontWeight: 600,
      primaryShadow: 'none',
      defaultShadow: 'none',
      contentFontSizeSM: 14,
      paddingInlineSM: 12,
    },
    Checkbox: { borderRadiusSM: 4 },
    Modal: { titleFontSize: 17 },
  },
};
