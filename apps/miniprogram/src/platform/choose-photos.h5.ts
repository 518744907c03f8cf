export interface ChosenPhoto {
  readonly path: string;
  readonly size: number;
}

/** The browser's own file window. */
export function choosePhotos(count: number): Promise<{ readonly photos: readonly ChosenPhoto[]; readonly refused: boolean }> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    // Content decides what a photo is, not the name: whatever is chosen goes up and is looked at there.
    input.accept = 'image/*';
    input.multiple = count > 1;
    input.style.display = 'none';
    const finish = () => {
      const files = [...(input.files ?? [])].slice(0, count);
      input.remove();
      resolve({ photos: files.map((f) => ({ path: URL.createObjectURL(f), size: f.size })), refused: false });
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}
