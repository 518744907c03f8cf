export interface ChosenVideo {
  readonly path: string;
  readonly size: number;
  readonly mediaType: 'video/mp4' | 'video/quicktime';
}

/** The browser's own file window; on a phone it offers the camera too. */
export function chooseVideo(): Promise<{ readonly video?: ChosenVideo; readonly refused: boolean }> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'video/mp4,video/quicktime';
    input.style.display = 'none';
    const finish = () => {
      const [file] = input.files ?? [];
      input.remove();
      if (!file) return resolve({ refused: false });
      const mediaType = file.type === 'video/quicktime' ? 'video/quicktime' : 'video/mp4';
      resolve({ video: { path: URL.createObjectURL(file), size: file.size, mediaType }, refused: false });
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}
